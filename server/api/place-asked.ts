import type { Count } from '../count/open.ts'
import type { DocumentRequest } from './contract-documents.ts'
import { PLACE_KEYS } from './contract-documents.ts'
import type { PlaceQuestion } from './place-figures.ts'
import { type Deflation, pricesKnown } from './prices.ts'
import { Refusal } from './problem.ts'
import { QUESTIONS } from './questions.ts'
import { readQuestion } from './read-question.ts'
import { vocabularyOf } from './vocabulary.ts'

const { together: _, order: __, count: ___, ...SHAPE } = QUESTIONS.control

/**
 * The place a document is about: what the body asks for, else the places of the scenario that the count holds.
 *
 * @returns null where no place is named; and the places the scenario names that the count does not hold.
 * @throws Refusal 422 naming every fault by its key in the body
 */
export function placeAsked(
  count: Count,
  body: DocumentRequest,
  own: readonly string[],
  deflation: Deflation,
): { asked: PlaceQuestion | null; strangers: string[] } {
  const words = vocabularyOf(count)
  const strangers = own.filter((code) => !words.places!.has(code))
  const held = own.filter((code) => words.places!.has(code))
  const places = body.places ?? (held.length > 0 ? held.join(',') : undefined)
  const parts = PLACE_KEYS.flatMap((key) => {
    const value = key === 'places' ? places : body[key]
    return value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]
  })
  try {
    const question = readQuestion(SHAPE, `/?${parts.join('&')}`, { ...words, prices: pricesKnown(deflation) })
    return { asked: places === undefined ? null : (question as PlaceQuestion), strangers }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const faults = error.faults.map((fault) => ({ ...fault, where: fault.where.replace(/^query\./, '') }))
    throw new Refusal(422, error.message, faults)
  }
}

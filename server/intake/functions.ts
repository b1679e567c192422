import { clean, normal } from './clean.ts'
import type { Known } from './known.ts'
import { nearest } from './nearest.ts'
import { is, refused, told, type Verdict } from './verdict.ts'

const REPAIR = 'Say which function it is: a COFOG code, as 9.1, or the name of one.'

function codeOf(text: string): string | undefined {
  const eurostat = /^GF(\d{2})(\d{2})?$/i.exec(text)
  if (eurostat) return [eurostat[1], eurostat[2]].filter(Boolean).map(Number).join('.')
  const plain = /^(?:cofog )?0?(\d{1,2})(?:\.0?([0-9A-Z]))?(?:\.\d+)*(?:[ :-].*)?$/i.exec(text)
  return plain ? [plain[1], plain[2]?.toUpperCase()].filter(Boolean).join('.') : undefined
}

/** The function a COFOG code or name stands for; a group the count does not hold is its division. */
export function functionOf(given: string, known: Known): Verdict {
  const text = clean(given)
  if (text === '') return refused('function-missing', 'The function is blank.', REPAIR)
  const codes = known.catalogue.functions
  if (codes.some((one) => one.code === text)) return is(text)
  const code = codeOf(text)
  if (code !== undefined) {
    if (codes.some((one) => one.code === code)) return is(code)
    const division = code.split('.')[0]!
    if (codes.some((one) => one.code === division))
      return told(
        division,
        'note',
        'function-division',
        `The count has no group ${code}: it was read as division ${division}.`,
      )
  }
  const named = known.functionNames.get(normal(text))
  if (named) return is(named)
  const near = known.suggest && nearest(normal(text), [...known.functionNames.keys()])
  const meant = near ? known.functionNames.get(near) : undefined
  return refused(
    'function-unknown',
    `${text} is no function of the count.`,
    meant ? `Is it ${meant} ${near}?` : REPAIR,
  )
}

/** The one function whose name is or holds all words of a text; undefined where none or several do. */
export function functionNamed(text: string, known: Known): string | undefined {
  const exact = known.functionNames.get(normal(text))
  if (exact) return exact
  const words = normal(text)
    .split(' ')
    .filter((word) => word.length > 3 && word !== 'services')
  if (words.length === 0) return undefined
  const held = [...known.functionNames].filter(([name]) => {
    const theirs = new Set(name.split(' '))
    return words.every((word) => theirs.has(word))
  })
  return held.length === 1 ? held[0]![1] : undefined
}

import type { Count } from '../count/open.ts'
import type { PlaceFigures } from '../export/document/given.ts'
import { aboutQuestion } from './about-question.ts'
import { answerControl } from './answer-control.ts'
import { answerSpend } from './answer-spend.ts'
import { yearsOf } from './asked.ts'
import type { PictureQuestion } from './picture-of.ts'
import { placeInWords } from './place-in-words.ts'
import type { Deflation } from './prices.ts'
import { recordedOnly } from './said-of.ts'

export type PlaceQuestion = Omit<PictureQuestion, 'measure'>

/** What the count says of a place: in all, by sector and agency, by class of control, and how it reconciles. */
export async function placeFigures(
  count: Count,
  asked: PlaceQuestion,
  signal: AbortSignal,
  deflation: Deflation,
): Promise<PlaceFigures> {
  const { catalogue } = count
  const { definition: _, named: __, ...spending } = asked
  const [whole, sectors, agencies, control] = await Promise.all([
    answerSpend(count, spending, signal, deflation),
    answerSpend(count, { ...spending, by: ['sector'] }, signal, deflation),
    answerSpend(count, { ...spending, by: ['agency'] }, signal, deflation),
    answerControl(count, { ...asked, together: true }, signal, deflation),
  ])
  const year = yearsOf(asked, catalogue)[0]!
  const { facts } = aboutQuestion(count, '/spend', asked, whole, {
    rows: whole.rows,
    origin: '',
    software: '',
  })
  return {
    name: placeInWords(asked.places, catalogue),
    year,
    facts,
    recordedOnly: recordedOnly(count, year) ?? false,
    whole,
    sectors,
    agencies,
    control,
    classes: catalogue.classes,
    national:
      catalogue.controlTotals.find(
        (one) => one.year === year && one.kind === 'total' && one.unit === 'GBP',
      ) ?? null,
    sources: catalogue.sources,
  }
}

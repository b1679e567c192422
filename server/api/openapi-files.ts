import type { z } from 'zod'
import { SCENARIO_PICTURES } from '../export/picture/scenario/pictures.ts'
import { evaluateRequest } from './contract-scenarios.ts'
import type { Format } from './format.ts'
import { PICTURES } from './picture-of.ts'
import { QUESTIONS } from './questions.ts'

/** An address that answers with a file: asked by its query, or by a document posted to it. */
export interface OpenApiFile {
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodRawShape
  readonly body?: z.ZodType
  readonly forms: readonly Format[]
}

const SUMMARIES: Readonly<Record<string, string>> = {
  map: 'The places of England coloured by a figure, as a picture',
  spectrum: 'Who controls what is spent, as a picture',
  sectors: 'Spending by sector, as a picture',
  agencies: 'Spending by agency, as a picture',
  functions: 'Spending by function of government, as a picture',
  years: 'Spending of every year counted in full, as a picture',
  range: 'The share under each definition of local control, as a picture',
  flow: 'The ways money takes from who decides to what it is spent on, as a picture',
  'pays-gains': 'Who pays and who gains, as a picture',
  pot: 'The pot year by year, as a picture',
  cumulative: 'The running position of each partner, as a picture',
  benefits: 'Benefits by year and agency, as a picture',
  bargaining: 'What each partner is left with by sharing rule, as a picture',
  tornado: 'What the net present value rests on, as a picture',
  switching: 'How far each input may move, as a picture',
}

const FORMS = ['svg', 'png'] as const

export const FILES: readonly OpenApiFile[] = [
  ...PICTURES.flatMap((name) =>
    FORMS.map((form) => ({
      path: `/pictures/${name}.${form}`,
      summary: SUMMARIES[name]!,
      query: name === 'map' ? QUESTIONS.map : QUESTIONS.picture,
      forms: [form],
    })),
  ),
  ...Object.keys(SCENARIO_PICTURES).flatMap((name) =>
    FORMS.map((form) => ({
      path: `/pictures/${name}.${form}`,
      summary: SUMMARIES[name]!,
      body: evaluateRequest,
      forms: [form],
    })),
  ),
  {
    path: '/exports/place.xlsx',
    summary: 'A place, or places together, as one workbook with formulas from part to whole',
    query: QUESTIONS.map,
    forms: ['xlsx'],
  },
  {
    path: '/exports/place.zip',
    summary: 'The same with every table as CSV and every picture, with a manifest of hashes',
    query: QUESTIONS.map,
    forms: ['zip'],
  },
]

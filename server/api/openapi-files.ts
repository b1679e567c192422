import { z } from 'zod'
import { SCENARIO_PICTURES } from '../export/picture/scenario/pictures.ts'
import { evaluateRequest } from './contract-scenarios.ts'
import type { Format } from './format.ts'
import { PICTURES } from './picture-of.ts'
import { QUESTIONS } from './questions.ts'

/** An address that answers with a file: asked by its query, or by a document posted to it. */
export interface OpenApiFile {
  readonly path: string
  readonly summary: string
  readonly params?: z.ZodRawShape
  readonly query?: z.ZodRawShape
  readonly body?: z.ZodType
  readonly forms: readonly Format[]
}

const FORMS = ['svg', 'png'] as const
const form = z.enum(FORMS)

export const FILES: readonly OpenApiFile[] = [
  {
    path: '/pictures/{picture}.{form}',
    summary:
      'A chart or the map of a place as a picture that says what it is; only the map takes a measure, and the flow neither prices, rules nor a definition',
    params: { picture: z.enum(PICTURES), form },
    query: QUESTIONS.map,
    forms: FORMS,
  },
  {
    path: '/pictures/{picture}.{form}',
    summary: 'A chart of a scenario as a picture that says what it is',
    params: { picture: z.enum(Object.keys(SCENARIO_PICTURES)), form },
    body: evaluateRequest,
    forms: FORMS,
  },
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

import { SOFTWARE } from '../../server/api/software.ts'
import type { Book } from '../../server/export/book.ts'
import type { AboutScenario } from '../../server/export/scenario-book/material.ts'
import { scenarioBook } from '../../server/export/scenario-book/scenario-book.ts'
import { loadParameterSources } from '../../server/parameters/sources.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { parameters, read } from '../scenario/setup.ts'

export const ABOUT: AboutScenario = {
  version: 'Board, draft 2',
  link: 'https://places.example/?s=1',
  count: { id: 'england', hash: 'a'.repeat(64) },
  ownFigures: [],
  software: SOFTWARE,
  sources: loadParameterSources(),
}

/** A document as a workbook, by the published tables. */
export const bookOfDocument = (document: unknown, about: Partial<AboutScenario> = {}): Book =>
  scenarioBook(read(document), { parameters, solve: yalps }, { ...ABOUT, ...about })

import type { Request } from 'express'
import type { Book } from '../export/book.ts'
import { SCENARIO_PICTURES } from '../export/picture/scenario/pictures.ts'
import type { ParameterSource } from '../export/scenario-book/material.ts'
import { scenarioBook } from '../export/scenario-book/scenario-book.ts'
import { scenarioParts } from '../export/scenario-zip.ts'
import { writeBook } from '../export/write-book.ts'
import { zipOf } from '../export/zip.ts'
import type { Scenario } from '../scenario/document/schema.ts'
import { type DocumentParts, documentFiles, linkOf } from './exports-documents.ts'
import { ownToldOf } from './own-told.ts'
import { notReady } from './problem.ts'
import { hashOfScenario, shownOf } from './scenario-shown.ts'
import type { ScenarioParts } from './scenarios.ts'
import { SOFTWARE } from './software.ts'

export interface AskedScenario {
  readonly scenario: Scenario
  readonly name?: string | undefined
  readonly version?: string | undefined
  readonly link?: string | undefined
  readonly count?: { readonly id: string; readonly hash: string } | undefined
}

export interface ExportParts extends ScenarioParts {
  readonly sources: readonly ParameterSource[]
  /** What Word documents are written from; null where none are. */
  readonly documents: DocumentParts | null
}

/** The workbook of a scenario as asked. */
export async function bookOf(
  asked: AskedScenario,
  { parameters, solve, sources, documents }: ExportParts,
  request: Request,
): Promise<Book> {
  const { scenario, version = null, count = null } = asked
  return scenarioBook(
    scenario,
    { parameters, solve },
    {
      version,
      link: linkOf(asked, request),
      count,
      ownFigures: count ? await ownToldOf(documents?.shelf, count.hash) : [],
      software: SOFTWARE,
      sources,
    },
  )
}

/**
 * A scenario whole: workbook, document, Word documents and pictures, with a manifest of hashes.
 * @throws Refusal 503 while no count is open, for the Word documents rest on one
 */
export async function scenarioZip(
  asked: AskedScenario,
  parts: ExportParts,
  request: Request,
  signal: AbortSignal,
): Promise<Buffer> {
  const { scenario, name, version, count } = asked
  const open = parts.documents?.shelf.current
  if (!parts.documents || !open) throw notReady()
  const link = linkOf(asked, request)
  const book = await bookOf(asked, parts, request)
  const shown = shownOf(scenario, parts)
  const files = await scenarioParts({
    scenario,
    workbook: await writeBook(book),
    pictures: Object.values(SCENARIO_PICTURES).map((draw) => draw(shown)),
    documents: await documentFiles(open, parts.documents, { scenario, name, version, link }, signal),
  })
  const { id, hash } = open
  return zipOf(files, {
    title: name ?? scenario.name,
    made: book.made,
    software: SOFTWARE,
    link,
    asked: {
      scenario: { name: scenario.name, version: version ?? null, sha256: hashOfScenario(scenario) },
      count: count ?? null,
      count_of_documents: { id, hash },
    },
    notes: [
      'A scenario of a pooled budget, worked out. Its inputs are its author’s assumptions; each is given with its source and confidence in the workbook.',
      ...shown.reply.notices.map(({ message }) => message),
      count
        ? `Drawn up beside count ${count.id}, ${count.hash}.`
        : 'Drawn up beside no count of spending, as far as it says.',
      `Figures of the place in the Word documents are of count ${id}, ${hash}.`,
      'To check it: npm run reproduce -- FILE works the scenario out again and compares every figure.',
    ],
  })
}

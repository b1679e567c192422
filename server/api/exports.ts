import { type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import { inFigures } from '../export/in-figures.ts'
import { cellsOf, MOST_CELLS } from '../export/scenario-book/size.ts'
import { writeBook } from '../export/write-book.ts'
import { loadParameterSources } from '../parameters/sources.ts'
import { faultsOfForm } from '../scenario/document/fault.ts'
import { readScenario } from '../scenario/document/read.ts'
import type { Scenario } from '../scenario/document/schema.ts'
import { attachment, fileName } from './attachment.ts'
import { exportRequest } from './contract-exports.ts'
import type { DocumentParts } from './exports-documents.ts'
import { bookOf, type ExportParts, scenarioZip } from './exports-scenario-zip.ts'
import { MEDIA } from './format.ts'
import { postOnly } from './post.ts'
import { Refusal } from './problem.ts'
import type { ScenarioParts } from './scenarios.ts'

export type Asked = Omit<z.infer<typeof exportRequest>, 'scenario'> & { readonly scenario: Scenario }

interface Export {
  readonly path: string
  readonly summary: string
  readonly media: string
  readonly extension: string
  /** Whether it waits for a count of spending. */
  readonly ofCount: boolean
  readonly make: (asked: Asked, parts: ExportParts, request: Request, signal: AbortSignal) => Promise<Buffer>
}

/** What a scenario leaves the product as: one entry a file. */
export const EXPORTS: readonly Export[] = [
  {
    path: '/exports/scenario.xlsx',
    summary: 'A scenario as a workbook that recalculates from its inputs',
    media: MEDIA.xlsx,
    extension: 'xlsx',
    ofCount: false,
    make: async (asked, parts, request) => writeBook(await bookOf(asked, parts, request)),
  },
  {
    path: '/exports/scenario.zip',
    summary:
      'A scenario whole: workbook, document, business case, agreement and every picture, with a manifest of hashes',
    media: MEDIA.zip,
    extension: 'zip',
    ofCount: true,
    make: scenarioZip,
  },
]

/** Routes that give a scenario as a file; they keep nothing. Bodies are JSON, read before. */
export function exportRoutes(parts: ScenarioParts, documents: DocumentParts | null): Router {
  const router = Router()
  const all = { ...parts, documents, sources: loadParameterSources() }
  for (const one of EXPORTS)
    postOnly(router, one.path, async (request: Request, response: Response) => {
      const asked = read(request.body, parts)
      const hangUp = new AbortController()
      response.on('close', () => hangUp.abort())
      const bytes = await one.make(asked, all, request, hangUp.signal)
      response
        .set({
          'Content-Type': one.media,
          'Content-Disposition': attachment(fileName(asked.name ?? asked.scenario.name, one.extension)),
          'Cache-Control': 'no-store',
        })
        .send(bytes)
    })
  return router
}

/** What is asked, or every fault of it at once. */
function read(body: unknown, { parameters }: ScenarioParts): Asked {
  const parsed = exportRequest.safeParse(body)
  const faults = parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOfForm(issue, body))
  const document = (body as { scenario?: unknown } | undefined)?.scenario
  const found = readScenario(document, parameters)
  if ('faults' in found)
    faults.push(
      ...found.faults.map((fault) => ({
        ...fault,
        where: ['scenario', fault.where].filter(Boolean).join('.'),
      })),
    )
  if (!parsed.success || 'faults' in found)
    throw new Refusal(
      422,
      `The scenario cannot be exported. ${faults.length === 1 ? 'One thing is' : `${faults.length} things are`} wrong with it.`,
      faults,
    )
  const cells = cellsOf(found.scenario)
  if (cells > MOST_CELLS)
    throw new Refusal(
      422,
      `The scenario would make a workbook of about ${inFigures(cells)} cells, and one from here holds ${inFigures(MOST_CELLS)}: nothing is cut.`,
      [{ where: 'scenario', message: 'has too many years, outcomes, agencies or partners together' }],
    )
  return { ...parsed.data, scenario: found.scenario }
}

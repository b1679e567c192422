import { type Request, Router } from 'express'
import type { Count } from '../count/open.ts'
import { agreement } from '../export/document/agreement.ts'
import { businessCase } from '../export/document/business-case.ts'
import type { DocumentAbout, Drawn, Given } from '../export/document/given.ts'
import type { Paper } from '../export/document/paper.ts'
import { writeDocx } from '../export/document/write-docx.ts'
import type { Picture } from '../export/picture/picture.ts'
import { pngOf } from '../export/picture/png.ts'
import { SCENARIO_PICTURES, type ScenarioPicture } from '../export/picture/scenario/pictures.ts'
import type { Part } from '../export/zip.ts'
import { loadPresets } from '../parameters/presets.ts'
import { loadPublications } from '../parameters/publications.ts'
import type { Topology } from '../places/outlines.ts'
import { readScenario } from '../scenario/document/read.ts'
import type { Scenario } from '../scenario/document/schema.ts'
import { economicCase } from '../scenario/economic-case.ts'
import { borrowed, type Shelf } from './borrowed.ts'
import { DOCX, type DocumentRequest, documentRequest } from './contract-documents.ts'
import { attachment } from './disposition.ts'
import { type PictureName, pictureOf } from './picture-of.ts'
import { placeAsked } from './place-asked.ts'
import { placeFigures } from './place-figures.ts'
import { fileNameOf } from './place-in-words.ts'
import type { Deflation } from './prices.ts'
import { notReady, Refusal } from './problem.ts'
import { readBody } from './read-body.ts'
import { route } from './route.ts'
import { hashOfScenario, shownOf } from './scenario-shown.ts'
import type { ScenarioParts } from './scenarios.ts'
import { SOFTWARE } from './software.ts'

export interface DocumentParts {
  readonly shelf: Shelf
  readonly topology: Topology
  readonly deflation: Deflation
  readonly economics: ScenarioParts
}

interface Pictures {
  readonly ofPlace: readonly PictureName[]
  readonly ofScenario: readonly ScenarioPicture[]
}

/** The documents there are: what each says, what it is called, and the pictures it bears. */
const DOCUMENTS: readonly {
  readonly path: string
  readonly name: string
  readonly pictures: Pictures
  readonly paper: (given: Given) => Paper
}[] = [
  {
    path: '/exports/business-case.docx',
    name: 'Business case',
    pictures: {
      ofPlace: ['map', 'spectrum', 'sectors'],
      ofScenario: ['pays-gains', 'pot', 'cumulative'],
    },
    paper: businessCase,
  },
  {
    path: '/exports/agreement.docx',
    name: 'Investment agreement',
    pictures: { ofPlace: [], ofScenario: ['pays-gains'] },
    paper: agreement,
  },
]

const SAFE_ORIGIN = /^https?:\/\/[\w.:[\]-]{1,260}$/

/** An address as asked; of this server where it begins with /. */
export function linkOf({ link }: Pick<DocumentRequest, 'link'>, request: Request): string | null {
  if (link === undefined || !link.startsWith('/')) return link ?? null
  const origin = `${request.protocol}://${request.get('host')}`
  return SAFE_ORIGIN.test(origin) ? origin + link : link
}

const drawn = async (picture: Picture): Promise<Drawn> => ({
  id: picture.id,
  caption: picture.title,
  alt: picture.alt,
  png: await pngOf(picture),
  width: picture.width,
  height: picture.height,
})

function aboutOf(
  { id, hash, title, compiled }: Count,
  scenario: Scenario,
  asked: Pick<DocumentRequest, 'preset' | 'name' | 'version'>,
  link: string | null,
): DocumentAbout {
  const preset = loadPresets().find((one) => one.id === asked.preset)
  return {
    count: { id, hash, title, compiled },
    software: SOFTWARE,
    scenarioHash: hashOfScenario(scenario),
    saved: asked.name === undefined ? null : { name: asked.name, version: asked.version ?? null },
    link,
    claims: preset?.published ?? [],
    assumed: preset?.assumed ?? [],
  }
}

/** The scenario and all else a body asks for. @throws Refusal 422 naming every fault by its path in the body */
function readAsked(
  body: unknown,
  { parameters }: ScenarioParts,
): { asked: DocumentRequest; scenario: Scenario } {
  let scenario: Scenario | undefined
  const asked = readBody(documentRequest, body, () => {
    const { document, preset } = (body ?? {}) as { document?: unknown; preset?: unknown }
    const found = readScenario(document, parameters)
    if ('scenario' in found) scenario = found.scenario
    const faults = 'faults' in found ? found.faults : []
    const known = typeof preset !== 'string' || loadPresets().some(({ id }) => id === preset)
    return [
      ...faults.map((fault) => ({ ...fault, where: ['document', fault.where].filter(Boolean).join('.') })),
      ...(known ? [] : [{ where: 'preset', message: 'is not the id of a preset', value: preset }]),
    ]
  })
  return { asked, scenario: scenario! }
}

/** What a document is written of. */
interface Wanted {
  readonly asked: DocumentRequest
  readonly scenario: Scenario
  readonly link: string | null
}

/** A scenario with what it is kept under. */
export interface SavedScenario {
  readonly scenario: Scenario
  readonly name?: string | undefined
  readonly version?: string | undefined
  readonly link: string | null
}

async function givenFor(
  count: Count,
  parts: DocumentParts,
  { asked, scenario, link }: Wanted,
  pictures: Pictures,
  signal: AbortSignal,
): Promise<Given> {
  const { economics, deflation, topology } = parts
  const { asked: question, strangers } = placeAsked(count, asked, scenario.places, deflation)
  const shown = shownOf(scenario, economics)
  const ofPlace = question
    ? pictures.ofPlace.map((name) =>
        pictureOf(name, { count, asked: question, signal, deflation, topology }).then(drawn),
      )
    : []
  const ofScenario = pictures.ofScenario.map((name) => drawn(SCENARIO_PICTURES[name](shown)))
  return {
    scenario,
    reply: shown.reply,
    economic: economicCase(scenario, economics.parameters),
    parameters: economics.parameters,
    sources: loadPublications(),
    place: question ? await placeFigures(count, question, signal, deflation) : null,
    strangers,
    pictures: await Promise.all([...ofPlace, ...ofScenario]),
    about: aboutOf(count, scenario, asked, link),
  }
}

const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-')

/** Every document of a scenario as files, of the places it names that the count holds. */
export async function documentFiles(
  count: Count,
  parts: DocumentParts,
  { scenario, name, version, link }: SavedScenario,
  signal: AbortSignal,
): Promise<Part[]> {
  const number = version !== undefined && /^[1-9]\d{0,8}$/.test(version) ? Number(version) : undefined
  const wanted = { scenario, link, asked: { document: scenario, name, version: number } }
  return Promise.all(
    DOCUMENTS.map(async (one) => ({
      path: `${slug(one.name)}.docx`,
      bytes: await writeDocx(one.paper(await givenFor(count, parts, wanted, one.pictures, signal))),
      about: `${one.name}, a Word document`,
    })),
  )
}

/** Routes that write a scenario as a document; they keep nothing. */
export function documentRoutes(parts: DocumentParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const { path, name, pictures, paper } of DOCUMENTS)
    route(router, path, {
      post: {
        body: 'needed',
        async answer(request, response) {
          if (!parts.shelf.current) throw notReady()
          const hangUp = new AbortController()
          response.on('close', () => hangUp.abort())
          const { asked, scenario } = readAsked(request.body, parts.economics)
          const count = await borrowed(parts.shelf, response, asked.count)
          if (asked.count !== undefined && asked.count !== count.id && asked.count !== count.hash)
            throw new Refusal(422, 'There is no such count here.', [
              { where: 'count', message: 'is not of a count kept here: see /counts', value: asked.count },
            ])
          const wanted = { asked, scenario, link: linkOf(asked, request) }
          const given = await givenFor(count, parts, wanted, pictures, hangUp.signal)
          const called = asked.name ?? given.scenario.name
          const bytes = await writeDocx(paper(given))
          response
            .set('Content-Type', DOCX)
            .set(
              'Content-Disposition',
              attachment(fileNameOf('total-place', name, called), `${name} - ${called}`, 'docx'),
            )
            .send(bytes)
        },
      },
    })
  return router
}

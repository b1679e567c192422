import { createHash } from 'node:crypto'
import type { Router } from 'express'
import type { Count } from '../count/open.ts'
import { ownInWords, returnsNotMade } from '../count/returns-not-made.ts'
import { QUERIES } from '../engine/queries.ts'
import type { About } from '../export/about.ts'
import type { PlaceFigures } from '../export/place/figures.ts'
import { placeBook } from '../export/place/place-book.ts'
import { placeParts } from '../export/place/place-parts.ts'
import { writeBook } from '../export/write-book.ts'
import { zipOf } from '../export/zip.ts'
import type { Topology } from '../places/outlines.ts'
import { aboutQuestion } from './about-question.ts'
import { answerPlace } from './answer-place.ts'
import { yearsOf } from './asked.ts'
import { askedAddress } from './asked-address.ts'
import type { Shelf } from './borrowed.ts'
import type { Cache } from './cache.ts'
import { inWords } from './in-words.ts'
import { PICTURES, type PictureQuestion, pictureOf } from './picture-of.ts'
import { fileNameOf, placeInWords } from './place-in-words.ts'
import { type Deflation, pricesKnown } from './prices.ts'
import { QUESTIONS } from './questions.ts'
import { serve } from './resource.ts'
import { SOFTWARE } from './software.ts'

const PATH = '/exports/place'

export interface Gathered {
  readonly count: Count
  readonly asked: PictureQuestion
  readonly figures: PlaceFigures
}

/** What the exports of a place say beside its figures. */
export function aboutPlace({ count, asked, figures }: Gathered, origin: string, form: 'xlsx' | 'zip'): About {
  const { control, sectors } = figures
  const about = aboutQuestion(count, '/control', asked, control, {
    rows: sectors.rows,
    origin,
    software: SOFTWARE,
  })
  return {
    ...about,
    title: inWords(
      asked,
      count.catalogue,
      `What is spent, by whom and under whose control (${control.definition.name}),`,
    ),
    address: askedAddress(`${PATH}.${form}`, asked),
    csv: askedAddress('/control.csv', asked),
  }
}

const licences = ({ sources }: About) => [
  ...new Set(sources.map(({ attribution, licence }) => `${attribution} (${licence})`)),
]

async function zipped(
  gathered: Gathered,
  about: About,
  draw: Parameters<typeof pictureOf>[1],
): Promise<Buffer> {
  const pictures = await Promise.all(PICTURES.map((name) => pictureOf(name, draw)))
  const absent = returnsNotMade(about.missing)
  return zipOf(await placeParts(gathered.figures, about, pictures), {
    title: about.title,
    made: about.count.compiled,
    software: about.software,
    link: about.view === null ? null : about.origin + about.view,
    asked: {
      count: about.count,
      question: gathered.asked,
      ask: about.origin + about.address,
    },
    notes: [
      ...about.facts.map(([label, value]) => `${label}: ${value}`),
      absent === 0
        ? `No ${about.ownReturns.length > 0 ? 'other ' : ''}return is known to be missing.`
        : `${absent} returns were not made: see tables/missing.csv. They are left out, never counted as zero.`,
      ...(about.ownReturns.length > 0 ? [`${ownInWords(about.ownReturns)}: see tables/missing.csv.`] : []),
      ...gathered.figures.absent.map(({ sheet, why }) => `No table ${sheet.toLowerCase()}. ${why}`),
      `Count ${about.count.id}, ${about.count.hash}, compiled ${about.count.compiled}.`,
      `Attribution: ${licences(about).join('; ')}.`,
    ],
  })
}

/** Routers of what leaves the product of a place: its workbook, and a zip of all its parts. */
export function placeExports(shelf: Shelf, cache: Cache, topology: Topology, deflation: Deflation): Router {
  const edition = createHash('sha256')
    .update(JSON.stringify([SOFTWARE, [...QUERIES], topology, deflation]))
    .digest('hex')
  return serve(
    {
      path: PATH,
      shape: QUESTIONS.map,
      formats: ['xlsx', 'zip'],
      lasting: true,
      edition,
      async answer(count, asked, { signal }): Promise<Gathered> {
        return { count, asked, figures: await answerPlace(count, asked, signal, deflation) }
      },
      write(reply, format, { origin, signal }) {
        const gathered = reply as Gathered
        const { count, asked } = gathered
        if (format === 'zip') {
          const about = aboutPlace(gathered, origin, 'zip')
          return zipped(gathered, about, { count, asked, signal, deflation, topology })
        }
        return writeBook(placeBook(gathered.figures, aboutPlace(gathered, origin, 'xlsx')))
      },
      file: ({ catalogue }, asked) =>
        fileNameOf('total-place', placeInWords(asked.places, catalogue), yearsOf(asked, catalogue)[0]!),
    },
    shelf,
    cache,
    { prices: pricesKnown(deflation) },
  )
}

import type { Count } from '../count/open.ts'
import { yearInWords } from '../export/in-money.ts'
import { type BarsBy, barsPicture } from '../export/picture/bars.ts'
import { flowPicture } from '../export/picture/flow.ts'
import { type Measure, mapPicture } from '../export/picture/map.ts'
import type { Picture } from '../export/picture/picture.ts'
import { rangePicture } from '../export/picture/range.ts'
import { spectrumPicture } from '../export/picture/spectrum.ts'
import { yearsPicture } from '../export/picture/years.ts'
import type { Topology } from '../places/outlines.ts'
import { answerChain } from './answer-chain.ts'
import { answerControl, type ControlQuestion } from './answer-control.ts'
import { answerSpend } from './answer-spend.ts'
import { answerYears, fullYears } from './answer-years.ts'
import { yearsOf } from './asked.ts'
import type { ControlReply } from './contract.ts'
import { definitionAsked } from './definition.ts'
import { placeInWords } from './place-in-words.ts'
import type { Deflation } from './prices.ts'
import { type Heading, recordedOnly, saidOf } from './said-of.ts'

export interface PictureQuestion extends Omit<ControlQuestion, 'together'> {
  readonly measure?: Measure | undefined
}

export interface Drawing {
  readonly count: Count
  readonly asked: PictureQuestion
  readonly signal: AbortSignal
  readonly deflation: Deflation
  readonly topology: Topology
}

const MEASURES: Readonly<Record<Measure, string>> = {
  total: 'Total net spending',
  head: 'Net spending a head',
  share: 'Share of net spending under local control',
}

const said = ({ count, asked, deflation }: Drawing, heading: Heading) =>
  saidOf(count, asked, deflation, heading)

const control = ({ count, asked, signal, deflation }: Drawing, more: Partial<ControlQuestion>) => {
  const { measure: _, ...question } = asked
  return answerControl(count, { ...question, ...more }, signal, deflation)
}

const yearAsked = ({ count, asked }: Drawing) => yearsOf(asked, count.catalogue)[0]!

/** Recorded lines only give no share, whatever lines there are. */
function withoutShares(reply: ControlReply): ControlReply {
  const share = reply.data.share!.map(() => null)
  const definitions = reply.definitions.map((one) => ({ ...one, share: null }))
  return { ...reply, breaks: [], data: { ...reply.data, share }, definitions }
}

async function together(drawing: Drawing): Promise<ControlReply> {
  const reply = await control(drawing, { together: true })
  return recordedOnly(drawing.count, yearAsked(drawing)) ? withoutShares(reply) : reply
}

async function map(drawing: Drawing): Promise<Picture> {
  const { count, asked, topology } = drawing
  const { catalogue } = count
  const measure = asked.measure ?? 'share'
  const all = await control(drawing, { places: undefined })
  const reply = recordedOnly(count, yearAsked(drawing)) ? withoutShares(all) : all
  const upper = [...catalogue.places.values()].filter(({ tier }) => tier === 'upper')
  const members = asked.places ? catalogue.members(asked.places) : []
  const some = members.length > 0 && upper.some(({ code }) => !members.includes(code))
  const whole = some && (measure !== 'total' || members.length === 1) ? await together(drawing) : null
  const column = measure === 'total' ? 'denominator' : measure
  return mapPicture(
    reply,
    topology,
    {
      measure,
      marked: some ? members : [],
      own: whole && {
        name: placeInWords(asked.places, catalogue),
        value: whole.data[column]![0] as number | null,
      },
    },
    said(drawing, {
      measure: MEASURES[measure],
      place: 'places of England',
      defined: measure === 'share',
    }),
  )
}

async function bars(drawing: Drawing, by: BarsBy): Promise<Picture> {
  const { count, asked, signal, deflation } = drawing
  const { definition: _, named: __, measure: ___, ...spending } = asked
  const reply = await answerSpend(count, { ...spending, by: [by] }, signal, deflation)
  const heading = { measure: MEASURES.total, defined: false }
  return barsPicture(reply, by, placeInWords(asked.places, count.catalogue), said(drawing, heading))
}

async function years(drawing: Drawing): Promise<Picture> {
  const { count, asked, signal, deflation } = drawing
  const { measure: _, ...question } = asked
  const { rows } = await answerYears(count, question, signal, deflation)
  const known = fullYears(count)
  const heading = {
    measure: `${MEASURES.total}, and share under local control`,
    years: `every full year, the last ${yearInWords(known.at(-1)!)}`,
    defined: true,
  }
  const { name } = definitionAsked(count.catalogue, asked)
  return yearsPicture(rows, placeInWords(asked.places, count.catalogue), name, said(drawing, heading))
}

/** Draws a picture of a question: its data asked of the count, its words made of the question. */
const DRAW = {
  map,
  async spectrum(drawing) {
    const { catalogue } = drawing.count
    const heading = { measure: 'Net spending by class of local control', defined: true }
    const place = placeInWords(drawing.asked.places, catalogue)
    return spectrumPicture(await together(drawing), place, catalogue.classes, said(drawing, heading))
  },
  sectors: (drawing) => bars(drawing, 'sector'),
  agencies: (drawing) => bars(drawing, 'agency'),
  functions: (drawing) => bars(drawing, 'division'),
  years,
  async range(drawing) {
    const heading = { measure: MEASURES.share, defined: false }
    const place = placeInWords(drawing.asked.places, drawing.count.catalogue)
    return rangePicture(await together(drawing), place, said(drawing, heading))
  },
  /** In cash, under the count's own rules: the ways money takes are kept by neither. */
  async flow(drawing) {
    const { count, signal } = drawing
    const { year, places, scope, fill } = drawing.asked
    const asked = { year, places, scope, fill }
    const place = placeInWords(places, count.catalogue)
    const heading = { measure: 'Net spending by who decides, holds and spends it', defined: false }
    const reply = await answerChain(count, asked, signal)
    return flowPicture(reply, place, said({ ...drawing, asked }, heading))
  },
} satisfies Record<string, (drawing: Drawing) => Promise<Picture>>

export type PictureName = keyof typeof DRAW
export const PICTURES = Object.keys(DRAW) as PictureName[]

export const pictureOf = (name: PictureName, drawing: Drawing): Promise<Picture> => DRAW[name](drawing)

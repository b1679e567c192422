import type { Workbench } from '../engine/workbench.ts'
import { type Coarse, type Fate, groupKey } from './terms.ts'

/** A figure of a wider place, to be shared over its places. */
export interface WideFigure {
  readonly key: number
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly economic: Coarse['economic']
  readonly flow: Coarse['flow']
  readonly pounds: number
  readonly pence: bigint
}

/** What one place gets of a figure; it stays where the count's own lines do not. */
export interface Part {
  readonly key: number
  readonly place: string
  readonly weight: number
  readonly pounds: bigint
  readonly stays: boolean
}

export interface Published {
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly economic: Coarse['economic']
  readonly flow: Coarse['flow']
  readonly placed: boolean
  readonly stays: boolean
  readonly pounds: number
  readonly rows: number
  readonly lines: number
}

interface AsText {
  readonly pence: string
}
const exact = <T extends AsText>(rows: T[]) => rows.map((row) => ({ ...row, pence: BigInt(row.pence) }))

/** Adds up what a check accepted, in the database it left. */
export async function readCoarse(bench: Workbench): Promise<Coarse[]> {
  await bench.script('publish-fine')
  return exact(await bench.ask<Omit<Coarse, 'pence'> & AsText>('publish-coarse'))
}

/** How many of its districts a county has figures for, where not all. */
export interface Partly {
  readonly given: number
  readonly districts: number
}

/** Where only some districts of a county are given, by place, year, agency, class and phase. */
export async function readPartly(bench: Workbench): Promise<ReadonlyMap<string, Partly>> {
  const rules = await bench.ask<{ rule: string }>('intake-rules')
  // Checks of before districts were read have no such table.
  if (!rules.some(({ rule }) => rule === 'districts-missing')) return new Map()
  const rows = await bench.ask<Partly & Pick<Coarse, 'place' | 'agency' | 'year' | 'economic' | 'phase'>>(
    'publish-partly',
  )
  return new Map(
    rows.map((row) => [`${groupKey(row)}|${row.phase}`, { given: row.given, districts: row.districts }]),
  )
}

/** Rounds what is published, once and together; gives the figures of wider places. */
export async function round(
  bench: Workbench,
  coarse: readonly Coarse[],
  fateOf: (one: Coarse) => Fate,
): Promise<WideFigure[]> {
  const fates = new Map<string, readonly string[]>()
  for (const one of coarse)
    fates.set(`${groupKey(one)}|${one.phase}`, [
      one.place,
      one.year,
      one.agency,
      one.economic,
      one.phase,
      fateOf(one),
    ])
  await bench.append('fate', fates.values())
  await bench.script('publish-round')
  return exact(await bench.ask<Omit<WideFigure, 'pence'> & AsText>('publish-wide'))
}

/** Keeps what places get of figures of wider ones, and adds up all that is published. */
export async function gather(bench: Workbench, parts: readonly Part[]): Promise<Published[]> {
  await bench.append(
    'got',
    parts.map(({ key, place, weight, pounds, stays }) => [key, place, String(weight), pounds, String(stays)]),
  )
  return bench.ask<Published>('publish-pounds')
}

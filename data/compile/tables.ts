import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row, TableName } from '../../server/count/schema.ts'
import { ROOT } from '../../server/root.ts'
import type { Publications } from '../sources/publication.ts'
import { controlRuleRows } from './control.ts'
import type { Edition } from './editions.ts'
import type { Frame } from './frame.ts'
import { placeRows, setRows } from './gazetteer.ts'
import type { Agency, ControlledLine } from './line.ts'
import { listed, model } from './model.ts'
import { publishedRows } from './published.ts'
import type { ControlTotal } from './reconcile/control-total.ts'
import { PLACINGS } from './regional.ts'
import type { LocalYear } from './year.ts'
import { YEARS } from './years.ts'

export const POPULATION = 'ons-population'

/** The tables of the count package, from what was compiled and from data/model. */
export function tablesOf(
  publications: Publications,
  frame: Frame,
  years: readonly LocalYear[],
  compiled: {
    agencies: ReadonlyMap<string, Agency>
    driver: Row[]
    lines: readonly ControlledLine[]
    totals: readonly ControlTotal[]
    editions: readonly Edition[]
  },
): Record<TableName, Row[]> {
  return {
    spend: compiled.lines as unknown as Row[],
    financial_year: YEARS.map(({ year, coverage, note }) => ({ year, coverage, note: note || null })),
    place: placeRows(frame),
    place_set: setRows(frame, YEARS.at(-1)!.year),
    population: years.flatMap(({ sources, people }) =>
      frame.places.map(({ code }) => {
        const { persons, aged, estimate } = people.get(code)!
        const ages = { age_0_15: aged(0, 15), age_16_64: aged(16, 64), age_65_over: aged(65, 90) }
        return { place: code, year: sources.year, persons, ...ages, estimate, source: POPULATION }
      }),
    ),
    agency: [...compiled.agencies.values()].map((agency) => ({ ...agency })),
    sector: model<'id' | 'name' | 'position'>('sectors').map((row) => ({
      ...row,
      position: Number(row.position),
    })),
    function: model<'code' | 'name' | 'division' | 'division_name'>('functions'),
    driver: compiled.driver,
    rule: [
      ...model<'id' | 'title' | 'reason'>('rules'),
      ...PLACINGS.map(({ id, driver, grade, reason }) => ({
        id,
        title: `Shared out within the region by ${measured(driver)}: grade ${grade}`,
        reason,
      })),
    ],
    control_rule: controlRuleRows(),
    control_class: model<'class' | 'name' | 'meaning'>('control-classes').map((row) => ({
      ...row,
      class: Number(row.class),
    })),
    control_definition: model<'id' | 'name' | 'classes' | 'meaning'>('control-definitions').map((row) => ({
      ...row,
      classes: listed(row.classes).map(Number),
    })),
    scope_tag: model<'tag' | 'name' | 'meaning'>('scope-tags'),
    source: [...publications.rows(), modelSource()],
    control_total: compiled.totals.map((total) => ({ ...total })),
    missing: years.flatMap(({ missing }) => [...missing]),
    published_count: publishedRows(),
    edition: compiled.editions.map((one) => ({ ...one })),
    amendment: [],
    replaced: [],
  }
}

/** What a driver measures, as it reads inside a sentence. */
function measured(driver: string): string {
  const name = model<'id' | 'name'>('drivers').find(({ id }) => id === driver)!.name
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** What this project itself says, where no publication does: host places of named sites. */
function modelSource(): Row {
  const file = 'data/model/sites.csv'
  return {
    id: 'total-place-model',
    title: 'Host places of named sites, and rules of placing',
    publisher: 'Total Place',
    year: '2017-18',
    licence: 'MIT',
    attribution: 'Total Place',
    url: file,
    retrieved: 'Written by hand for this count',
    file,
    sha256: createHash('sha256')
      .update(readFileSync(join(ROOT, file)))
      .digest('hex'),
    note: 'A judgement, not a publication: each site is named with its reason.',
  }
}

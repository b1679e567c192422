import type { Deflator } from '../scenario/value/prices.ts'
import { table } from '../tables.ts'

/** GDP deflators with the publication they are from, as data/model names it. */
export function loadDeflation(deflator: Deflator) {
  const source = table('parameter-sources').find((row) => row.source === deflator.source)
  if (!source) throw new Error(`data/model/parameter-sources.csv does not name ${deflator.source}`)
  return {
    deflator,
    title: source.title!,
    publisher: source.publisher!,
    published: source.date!,
    address: source.address!,
    note: source.read!,
  }
}

import type { Count } from '../count/open.ts'
import { yearInWords } from '../export/in-money.ts'
import type { Said } from '../export/picture/picture.ts'
import { type Asked, yearsOf } from './asked.ts'
import { definitionAsked } from './definition.ts'
import { placeInWords } from './place-in-words.ts'
import { baseOf, type Deflation } from './prices.ts'
import { rulesInWords } from './rules-in-words.ts'
import { SOFTWARE } from './software.ts'

export interface SaidAsked extends Asked {
  readonly definition?: string | undefined
  readonly named?: string | undefined
}

const SHORT = 12

export const recordedOnly = ({ catalogue }: Count, year: string): boolean =>
  catalogue.financialYears.find((one) => one.year === year)?.coverage === 'recorded'

function pricesIn(prices: string | undefined, deflation: Deflation): string {
  const base = baseOf(prices)
  if (base === null) return 'cash prices'
  const { publisher, published } = deflation
  return `prices of ${yearInWords(base)} (GDP deflator, ${publisher}, ${published})`
}

function scopeIn(asked: Asked, { catalogue }: Count, partial: boolean): string {
  const out = catalogue.scopeTags
    .filter(({ tag }) => asked.scope?.includes(tag))
    .map(({ name }) => name.toLowerCase())
  return [
    ...(partial ? ['recorded lines only'] : out.length === 0 ? ['everything counted'] : []),
    ...(out.length > 0 ? [`without ${out.join(', ')}`] : []),
    ...(asked.fill ? ['budgets in place of missing returns'] : []),
  ].join(', ')
}

export interface Heading {
  readonly measure: string
  /** Years in words; the year asked for unless told. */
  readonly years?: string
  readonly place?: string
  /** Whether a definition of local control shapes the picture. */
  readonly defined: boolean
}

/** What a picture says of itself: measure, place, year, prices, scope, definition; source; version. */
export function saidOf(count: Count, asked: SaidAsked, deflation: Deflation, heading: Heading): Said {
  const { catalogue, id, hash, title, compiled } = count
  const year = yearsOf(asked, catalogue)[0]!
  const publishers = [...new Set(catalogue.sources.map(({ publisher }) => publisher))]
  const own = rulesInWords(asked.rules, catalogue)
  return {
    subtitle: [
      heading.measure,
      heading.place ?? placeInWords(asked.places, catalogue),
      heading.years ?? yearInWords(year),
      pricesIn(asked.prices, deflation),
      scopeIn(asked, count, !heading.years && recordedOnly(count, year)),
      ...(heading.defined ? [`local means “${definitionAsked(catalogue, asked).name}”`] : []),
      ...(own.length > 0 ? [`rules of the reader’s own: ${own.join('; ')}`] : []),
    ].join(' · '),
    source: `Source: ${title}, compiled ${compiled} from publications of ${publishers.join(', ')}. Contains public sector information; licences and attribution are in the workbook and the zip.`,
    version: `Count ${id}, ${hash.slice(0, SHORT)} · Total Place ${SOFTWARE}`,
  }
}

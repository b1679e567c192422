import { breaksOf } from '../count/breaks.ts'
import { type CountedAs, countedAs } from '../count/counted-as.ts'
import type { Count } from '../count/open.ts'
import type { CountReply } from './contract.ts'
import { alike } from './everywhere.ts'
import { type Deflation, yearsOfDeflator } from './prices.ts'

/** Breaks of every year; years counted as fully as one another share theirs. */
async function breaksByYear(count: Count): Promise<Record<string, Record<string, number[]>>> {
  const { catalogue } = count
  const made = new Map<CountedAs, Record<string, number[]>>()
  const as = (year: string) => countedAs(catalogue, year)!
  for (const year of catalogue.years)
    if (!made.has(as(year))) made.set(as(year), breaksOf(await alike(count, year), catalogue))
  return Object.fromEntries(catalogue.years.map((year) => [year, made.get(as(year))!]))
}

/** What a reader is told of the deflator before asking for real terms. */
function deflatorOf({ deflator, title, publisher, published, address, note }: Deflation) {
  return {
    title,
    publisher,
    published,
    address,
    note,
    years: yearsOfDeflator(deflator),
    forecast_from: deflator.forecastFrom ?? null,
  }
}

/** Answers /count: all there is to know of a count before asking it anything. */
export async function answerCount(count: Count, deflation: Deflation): Promise<CountReply> {
  const { id, hash, title, compiled, catalogue } = count
  const { latest, controlTotals } = catalogue
  const breaks = await breaksByYear(count)
  const bridges = controlTotals
    .filter(({ kind, year }) => kind === 'bridge' && year === latest)
    .map(({ unexplained }) => unexplained)
  return {
    count: { id, hash, title, compiled },
    years: catalogue.years,
    financial_years: catalogue.financialYears,
    latest,
    agencies: catalogue.agencies,
    sectors: catalogue.sectors,
    functions: catalogue.functions,
    scope_tags: catalogue.scopeTags,
    classes: catalogue.classes,
    definitions: catalogue.definitions,
    control_rules: catalogue.controlRules,
    sets: catalogue.sets,
    sources: catalogue.sources,
    drivers: catalogue.drivers,
    rules: catalogue.rules,
    control_totals: controlTotals,
    unexplained: {
      net: bridges.reduce((sum, pounds) => sum + pounds, 0),
      gross: bridges.reduce((sum, pounds) => sum + Math.abs(pounds), 0),
    },
    missing: catalogue.missing,
    editions: catalogue.editions,
    amendments: catalogue.amendments,
    returns_replaced: catalogue.returnsReplaced,
    breaks,
    deflator: deflatorOf(deflation),
  }
}

import type { Catalogue } from '../count/catalogue.ts'
import type { Count } from '../count/open.ts'
import { sharesOf } from '../count/share.ts'
import {
  type Asked,
  filtersOf,
  missingFrom,
  ownReturns,
  placeAndScope,
  scopeAsked,
  withClasses,
  withoutLines,
  yearsOf,
} from './asked.ts'
import type { SpendReply } from './contract.ts'
import { type Dimension, FILTERS, NAMED } from './dimensions.ts'
import { inWords } from './in-words.ts'
import { type Names, namesOf } from './names.ts'
import { ownFigures } from './own-figures.ts'
import { askPanel, onPanel } from './panel.ts'
import { personsIn } from './persons-in.ts'
import { baseOf, type Deflation, factorOf } from './prices.ts'
import { publishedTotal } from './published-total.ts'
import { inRealTerms, table } from './table.ts'

export interface SpendQuestion extends Asked {
  readonly by?: readonly Dimension[] | undefined
  readonly per?: 'total' | 'head' | undefined
}

type Cells = Record<string, unknown[]>

/** Persons a row's amount is divided by; null where the population of any part is missing. */
function personsOf(asked: SpendQuestion, catalogue: Catalogue, place: unknown, year: unknown): number | null {
  const inYear = (year ?? yearsOf(asked, catalogue)[0]) as string
  const upper = () =>
    [...catalogue.places.values()].filter(({ tier }) => tier === 'upper').map(({ code }) => code)
  const codes = place ? [place as string] : asked.places ? catalogue.members(asked.places) : upper()
  return personsIn(catalogue, codes, inYear)
}

function perHead(asked: SpendQuestion, catalogue: Catalogue, cells: Cells): (number | null)[] {
  return cells.amount!.map((amount, row) => {
    const persons = personsOf(asked, catalogue, cells.place?.[row], cells.year?.[row])
    return amount === null || !persons ? null : (amount as number) / persons
  })
}

function keyColumns(by: readonly Dimension[], names: Names, cells: Cells): Cells {
  const columns: Cells = {}
  for (const key of by) {
    columns[key] = cells[key]!
    const known = NAMED.find((name) => name === key)
    if (known) columns[`${key}_name`] = cells[key]!.map((code) => names[known].get(code) ?? null)
  }
  return columns
}

/** Whether each row is all that is spent in places in one year, so that it can be told which hold own figures. */
const wholePlaces = (by: readonly Dimension[], asked: SpendQuestion) =>
  by.length > 0 &&
  by.every((one) => one === 'place' || one === 'year') &&
  FILTERS.every((name) => asked[name] === undefined)

/** Answers /spend: one query, its last row the whole. */
export async function answerSpend(
  count: Count,
  asked: SpendQuestion,
  signal: AbortSignal,
  deflation?: Deflation,
): Promise<SpendReply> {
  const { catalogue, engine } = count
  const by = asked.by ?? []
  const within = placeAndScope(asked, catalogue)
  const filters = filtersOf(asked)
  const answer = onPanel(by, filters)
    ? await askPanel(engine, by[0]!, within, filters, signal)
    : await engine.ask('spend', { by, ...within, ...filters, ...withClasses(asked, catalogue) }, signal)
  const last = answer.rows - 1
  const whole = (name: string) => answer.columns[name]![last] as number
  const missing = missingFrom(asked, catalogue)
  const nothing = withoutLines(asked, catalogue)
  const total = (answer.columns.amount![last] as number | null) ?? nothing

  const cells: Cells = Object.fromEntries(
    Object.entries(answer.columns).map(([name, values]) => [name, values.slice(0, last)]),
  )
  if (by.length === 0) for (const name in cells) cells[name] = [answer.columns[name]![last]]
  cells.amount = cells.amount!.map((amount) => amount ?? nothing)
  const years = yearsOf(asked, catalogue)
  const real = baseOf(asked.prices) !== null
  const priced = (name: string) =>
    cells[name]!.map((pounds, row) =>
      pounds === null || !real
        ? pounds
        : (pounds as number) * factorOf(asked.prices, (cells.year?.[row] ?? years[0]) as string, deflation),
    ) as (number | null)[]
  const pricedWhole = (name: string, cash: number | null) =>
    real && cash !== null ? priced(name).reduce<number>((sum, pounds) => sum + (pounds ?? 0), 0) : cash
  const amounts = priced('amount')

  const own = wholePlaces(by, asked) ? await ownFigures(count) : null
  const reply = table(count, 'spend', cells.amount.length, {
    ...keyColumns(by, namesOf(catalogue), cells),
    amount: asked.per === 'head' ? perHead(asked, catalogue, { ...cells, amount: amounts }) : amounts,
    recorded: priced('recorded'),
    lines: cells.lines!,
    ...(own
      ? {
          own_figures: cells.amount.map((_, row) =>
            own(
              by.includes('place')
                ? [cells.place![row] as string]
                : asked.places
                  ? catalogue.members(asked.places)
                  : null,
              (cells.year?.[row] ?? years[0]) as string,
            ),
          ),
        }
      : {}),
  })
  const recorded = whole('recorded')
  const shown = real ? inRealTerms(reply) : reply
  return {
    ...shown,
    columns: shown.columns.map((column) =>
      column.name === 'amount' && asked.per === 'head'
        ? { ...column, type: 'number', unit: 'GBP/person' }
        : column,
    ),
    ...scopeAsked(asked, catalogue, deflation),
    total: pricedWhole('amount', total),
    population: years.length > 1 ? null : personsOf(asked, catalogue, null, null),
    eliminated: pricedWhole('eliminated', whole('eliminated'))!,
    control: publishedTotal(asked, catalogue),
    coverage: {
      recorded: sharesOf({ recorded, other: (total ?? 0) - recorded }).recorded,
      grades: sharesOf({
        A: whole('grade_a'),
        B: whole('grade_b'),
        C: whole('grade_c'),
        D: whole('grade_d'),
      }),
      missing,
      own_returns: ownReturns(asked, catalogue),
    },
    per: asked.per ?? 'total',
    question: inWords(asked, catalogue),
  }
}

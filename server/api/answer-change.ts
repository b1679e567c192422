import type { Catalogue } from '../count/catalogue.ts'
import { countedAs } from '../count/counted-as.ts'
import type { Count } from '../count/open.ts'
import { NOT_PLACED } from '../count/schema.ts'
import { rowsOf } from '../engine/columns.ts'
import {
  type Asked,
  missingFrom,
  ownReturns,
  placeAndScope,
  scopeAsked,
  withClasses,
  yearsOf,
} from './asked.ts'
import { changeBreaks } from './change-breaks.ts'
import type { ChangeReply } from './contract.ts'
import { definitionAsked } from './definition.ts'
import { type CHANGE_BY, NAMED } from './dimensions.ts'
import { namesOf } from './names.ts'
import { ownFigures } from './own-figures.ts'
import { personsIn } from './persons-in.ts'
import { baseOf, type Deflation, factorOf } from './prices.ts'
import { Refusal } from './problem.ts'
import { sharesByPlace } from './shares-by-place.ts'
import { inRealTerms, table } from './table.ts'

type By = (typeof CHANGE_BY)[number]

export interface ChangeQuestion extends Asked {
  readonly by?: By | undefined
  readonly from: string
  readonly definition?: string | undefined
  readonly named?: string | undefined
}

interface Row {
  readonly key: string
  readonly before: number | null
  readonly after: number | null
  readonly recorded_before: number
  readonly recorded_after: number
}

/** Second less first, and that over the first; null where either is not known or the first is not positive. */
function changeOf(before: number | null, after: number | null) {
  if (before === null || after === null) return { change: null, ratio: null }
  return { change: after - before, ratio: before > 0 ? (after - before) / before : null }
}

/** @throws Refusal 400 where the years are one, or are not counted alike */
function checkYears(catalogue: Catalogue, from: string, year: string): void {
  const refuse = (message: string) => {
    throw new Refusal(400, 'The question has a fault.', [{ where: 'query.from', message, value: from }])
  }
  if (from === year) refuse('is the year changed to: a change needs two years')
  const own = [from, year].find((one) => countedAs(catalogue, one) === 'own')
  if (own !== undefined)
    refuse(`${own} holds own figures only, with no return of it in this count: it cannot be compared`)
  if (countedAs(catalogue, from) !== countedAs(catalogue, year))
    refuse(`one of ${from} and ${year} holds recorded lines only: they cannot be compared`)
}

function keysOf(
  by: By,
  rows: readonly Row[],
  asked: ChangeQuestion,
  catalogue: Catalogue,
): readonly string[] {
  const found = rows.map(({ key }) => key)
  if (by !== 'place') return found
  if (asked.places) return catalogue.members(asked.places)
  const upper = [...catalogue.places.values()].filter(({ tier }) => tier === 'upper').map(({ code }) => code)
  return [...upper, ...found.filter((key) => key === NOT_PLACED)]
}

/** Sum of what is known; null where nothing is. */
const sum = (values: readonly (number | null)[]) =>
  values.every((value) => value === null)
    ? null
    : values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** Answers /change: what was spent in two years, and the difference in pounds, as a ratio and a head. */
export async function answerChange(
  count: Count,
  asked: ChangeQuestion,
  signal: AbortSignal,
  deflation?: Deflation,
): Promise<ChangeReply> {
  const { catalogue, engine } = count
  const { from, by = 'place' } = asked
  const year = yearsOf(asked, catalogue)[0]!
  checkYears(catalogue, from, year)
  const { place, off } = placeAndScope(asked, catalogue)
  const parameters = {
    by,
    before: from,
    after: year,
    place: place!,
    off: off!,
    ...withClasses(asked, catalogue),
  }
  const rows = rowsOf<Row>(await engine.ask('change', parameters, signal))
  const keys = keysOf(by, rows, asked, catalogue)
  const factors = [from, year].map((one) => factorOf(asked.prices, one, deflation))
  const found = new Map(rows.map((row) => [row.key, row]))
  const pricedIn = (side: 0 | 1) =>
    keys.map((key) => {
      const cash = found.get(key)?.[side === 0 ? 'before' : 'after'] ?? null
      return cash === null ? null : cash * factors[side]!
    })
  const recordedIn = (side: 0 | 1) =>
    keys.map((key) => {
      const row = found.get(key)
      if (!row || row[side === 0 ? 'before' : 'after'] === null) return null
      return row[side === 0 ? 'recorded_before' : 'recorded_after'] * factors[side]!
    })
  const before = pricedIn(0)
  const after = pricedIn(1)
  const members = asked.places
    ? catalogue.members(asked.places)
    : [...catalogue.places.values()].filter(({ tier }) => tier === 'upper').map(({ code }) => code)
  const persons = (key: string, one: string) => personsIn(catalogue, by === 'place' ? [key] : members, one)
  const headsIn = (amounts: (number | null)[], one: string) =>
    amounts.map((amount, row) => {
      const people = persons(keys[row]!, one)
      return amount === null || !people ? null : amount / people
    })
  const headBefore = headsIn(before, from)
  const headAfter = headsIn(after, year)
  const changes = keys.map((_, row) => changeOf(before[row]!, after[row]!))
  const heads = keys.map((_, row) => changeOf(headBefore[row]!, headAfter[row]!))
  const definition = definitionAsked(catalogue, asked)
  const shares =
    by === 'place'
      ? await Promise.all(
          [from, year].map((one) => sharesByPlace(count, asked, one, definition.classes, signal)),
        )
      : null
  const [shareBefore, shareAfter] = [0, 1].map((side) =>
    keys.map((key) => shares?.[side]?.get(key) ?? null),
  ) as [(number | null)[], (number | null)[]]
  const names = namesOf(catalogue)
  const named = NAMED.find((name) => name === by)
  const nameOf = (key: string) =>
    named ? names[named].get(named === 'class' ? Number(key) : key) : key.replaceAll('_', ' ')

  const own = by === 'place' ? await ownFigures(count) : null
  const reply = table(count, 'change', keys.length, {
    key: keys,
    name: keys.map((key) => nameOf(key) ?? key),
    before,
    after,
    recorded_before: recordedIn(0),
    recorded_after: recordedIn(1),
    change: changes.map(({ change }) => change),
    change_ratio: changes.map(({ ratio }) => ratio),
    head_before: headBefore,
    head_after: headAfter,
    head_change: heads.map(({ change }) => change),
    head_change_ratio: heads.map(({ ratio }) => ratio),
    ...(shares
      ? {
          share_before: shareBefore,
          share_after: shareAfter,
          share_change: keys.map((_, row) => changeOf(shareBefore[row]!, shareAfter[row]!).change),
        }
      : {}),
    ...(own
      ? {
          own_figures_before: keys.map((key) => own([key], from)),
          own_figures_after: keys.map((key) => own([key], year)),
        }
      : {}),
  })
  const whole = { before: sum(before), after: sum(after) }
  const people = [from, year].map((one) => personsIn(catalogue, members, one))
  return {
    ...(baseOf(asked.prices) === null ? reply : inRealTerms(reply)),
    ...scopeAsked({ ...asked, year: [from, year] }, catalogue, deflation),
    by,
    from,
    definition,
    together: {
      ...whole,
      ...changeOf(whole.before, whole.after),
      persons_before: people[0]!,
      persons_after: people[1]!,
    },
    notes: catalogue.financialYears
      .filter((one) => one.note && (one.year === from || one.year === year))
      .map((one) => ({ year: one.year, note: one.note! })),
    missing: missingFrom({ ...asked, year: [from, year] }, catalogue),
    own_returns: ownReturns({ ...asked, year: [from, year] }, catalogue),
    breaks: await changeBreaks(count, year, asked.prices, deflation, definition.classes, asked.rules),
  }
}

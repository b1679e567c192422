import { asParameters, classedAnew, readRules } from '../count/classing.ts'
import type { Count } from '../count/open.ts'
import { NOT_PLACED } from '../count/schema.ts'
import { shareOf } from '../count/share.ts'
import { rowsOf } from '../engine/columns.ts'
import { type Asked, classingOf, placeAndScope, scopeAsked, yearsOf } from './asked.ts'
import type { DevolutionReply } from './contract.ts'
import { definitionAsked } from './definition.ts'
import { namesOf } from './names.ts'
import { type Deflation, factorOf } from './prices.ts'
import { inRealTerms, table } from './table.ts'

export interface DevolutionQuestion extends Asked {
  readonly definition?: string | undefined
  readonly named?: string | undefined
  readonly moves: string
}

interface Moved {
  readonly place: string
  readonly class_before: number
  readonly class_after: number
  readonly amount: number
  readonly recorded: number
}

const sum = (rows: readonly Moved[], fits: (row: Moved) => boolean = () => true) =>
  rows.reduce((total, row) => (fits(row) ? total + row.amount : total), 0)

/** What moves do to the lines of one place, or of several together; all pounds but the shares. */
function effectOn(rows: readonly Moved[], local: ReadonlySet<number>) {
  if (rows.length === 0) return null
  const before = sum(rows, (row) => local.has(row.class_before))
  const after = sum(rows, (row) => local.has(row.class_after))
  const whole = sum(rows)
  return {
    denominator: whole,
    numerator_before: before,
    numerator_after: after,
    share_before: shareOf(before, whole),
    share_after: shareOf(after, whole),
    moved: sum(rows, (row) => row.class_before !== row.class_after),
    into_local: sum(rows, (row) => !local.has(row.class_before) && local.has(row.class_after)),
    out_of_local: sum(rows, (row) => local.has(row.class_before) && !local.has(row.class_after)),
  }
}

type Effect = NonNullable<ReturnType<typeof effectOn>>
const FIGURES = [
  'denominator',
  'numerator_before',
  'numerator_after',
  'share_before',
  'share_after',
  'moved',
  'into_local',
  'out_of_local',
] as const satisfies (keyof Effect)[]

const priced = (effect: Effect | null, factor: number) =>
  effect &&
  (Object.fromEntries(
    FIGURES.map((name) => [name, name.startsWith('share') ? effect[name] : effect[name]! * factor]),
  ) as unknown as Effect)

const difference = (effect: Effect | null) =>
  effect && effect.share_before !== null && effect.share_after !== null
    ? effect.share_after - effect.share_before
    : null

/**
 * Answers /devolution: the share under local control of each place before and after lines move between classes.
 * No pound is gained or lost: the denominator is the same on both sides.
 */
export async function answerDevolution(
  count: Count,
  asked: DevolutionQuestion,
  signal: AbortSignal,
  deflation?: Deflation,
): Promise<DevolutionReply> {
  const { catalogue, engine } = count
  const definition = definitionAsked(catalogue, asked)
  const local = new Set(definition.classes)
  const before = classingOf(asked, catalogue)
  const changed = classedAnew(catalogue.kinds, readRules(asked.moves)!, before)
  const { kinds: kinds_after, classes: classes_after } = asParameters(changed) as Record<string, number[]>
  const parameters = {
    ...placeAndScope(asked, catalogue),
    ...asParameters(before),
    kinds_after: kinds_after!,
    classes_after: classes_after!,
  }
  const moved = rowsOf<Moved>(await engine.ask('devolution', parameters, signal))
  const factor = factorOf(asked.prices, yearsOf(asked, catalogue)[0]!, deflation)

  const linesOf = (code: string) => moved.filter(({ place }) => place === code)
  const upper = [...catalogue.places.values()].filter(({ tier }) => tier === 'upper').map(({ code }) => code)
  const places = asked.places
    ? catalogue.members(asked.places)
    : [...upper, ...(linesOf(NOT_PLACED).length > 0 ? [NOT_PLACED] : [])]
  const effects = places.map((place) => priced(effectOn(linesOf(place), local), factor))
  const names = namesOf(catalogue)
  const reply = table(count, 'devolution', places.length, {
    place: places,
    place_name: places.map((place) => names.place.get(place)!),
    ...Object.fromEntries(FIGURES.map((name) => [name, effects.map((effect) => effect?.[name] ?? null)])),
    share_change: effects.map(difference),
  })
  const together = priced(effectOn(moved, local), factor)
  const pairs = new Map<string, { from: number; to: number; amount: number }>()
  for (const { class_before: from, class_after: to, amount } of moved) {
    if (from === to) continue
    const pair = pairs.get(`${from}>${to}`) ?? { from, to, amount: 0 }
    pairs.set(`${from}>${to}`, { ...pair, amount: pair.amount + amount * factor })
  }
  return {
    ...(factor === 1 ? reply : inRealTerms(reply)),
    ...scopeAsked(asked, catalogue, deflation),
    definition,
    moves: asked.moves,
    together: together && { ...together, share_change: difference(together) },
    between: [...pairs.values()].sort((a, b) => a.from - b.from || a.to - b.to),
  }
}

import type { Catalogue } from '../count/catalogue.ts'
import type { Count } from '../count/open.ts'
import { returnsNotMade } from '../count/returns-not-made.ts'
import { NOT_PLACED } from '../count/schema.ts'
import { shareOf } from '../count/share.ts'
import { type Asked, missingFrom, placeAndScope, scopeAsked, withClasses, yearsOf } from './asked.ts'
import type { ControlReply } from './contract.ts'
import { definitionAsked } from './definition.ts'
import { amountBreaks, shareBreaks } from './everywhere.ts'
import { namesOf } from './names.ts'
import { ownFigures } from './own-figures.ts'
import { personsIn } from './persons-in.ts'
import { type Deflation, factorOf } from './prices.ts'
import { inRealTerms, table } from './table.ts'

export interface ControlQuestion extends Asked {
  readonly definition?: string | undefined
  readonly named?: string | undefined
  readonly together?: boolean | undefined
}

const CLASSES = [1, 2, 3, 4, 5, 6, 7] as const
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** Pounds of a place, or of several together, by class; null where the count holds no line. */
interface Row {
  readonly place: string
  readonly name: string
  readonly classes: readonly number[] | null
  readonly recorded: number | null
  readonly missing: number
  readonly persons: number | null
  readonly estimate: boolean | null
}

const inClasses = (classes: readonly number[], counted: readonly number[]) =>
  sum(counted.map((one) => classes[one - 1] ?? 0))

function togetherOf(rows: readonly Row[], asked: Asked, catalogue: Catalogue): Row {
  const codes = rows.map(({ place }) => place)
  const placed = asked.places ? codes : codes.filter((place) => place !== NOT_PLACED)
  const known = rows.filter(({ classes }) => classes !== null)
  return {
    place: asked.places?.length === 1 ? asked.places[0]! : 'together',
    name: rows.length === 1 ? rows[0]!.name : `${rows.length} places together`,
    classes: known.length ? CLASSES.map((_, index) => sum(known.map((row) => row.classes![index]!))) : null,
    recorded: known.length ? sum(known.map((row) => row.recorded!)) : null,
    missing: returnsNotMade(missingFrom(asked, catalogue)),
    persons:
      known.length === rows.length ? personsIn(catalogue, placed, yearsOf(asked, catalogue)[0]!) : null,
    estimate: rows.some(({ estimate }) => estimate),
  }
}

async function placeRows(
  count: Count,
  asked: ControlQuestion,
  factor: number,
  signal: AbortSignal,
): Promise<Row[]> {
  const { catalogue, engine } = count
  const parameters = { ...placeAndScope(asked, catalogue), ...withClasses(asked, catalogue) }
  const answer = await engine.ask('control', parameters, signal)
  const places = answer.columns.place as string[]
  const cell = (name: string, row: number) => (answer.columns[name]![row] as number) * factor
  const names = namesOf(catalogue).place
  const missing = missingFrom(asked, catalogue)
  const year = yearsOf(asked, catalogue)[0]!
  const upper = [...catalogue.places.values()].filter(({ tier }) => tier === 'upper')
  const everywhere = [...upper.map(({ code }) => code), ...places.filter((place) => place === NOT_PLACED)]
  return (asked.places ? catalogue.members(asked.places) : everywhere).map((place) => {
    const row = places.indexOf(place)
    return {
      place,
      name: names.get(place)!,
      classes: row < 0 ? null : CLASSES.map((one) => cell(`class_${one}`, row)),
      recorded: row < 0 ? null : cell('recorded', row),
      missing: missing.filter((one) => one.place === place).length,
      persons: catalogue.persons(place, year)?.persons ?? null,
      estimate: catalogue.persons(place, year)?.estimate ?? null,
    }
  })
}

/** Answers /control: the seven classes of each place, and the share a definition counts as local. */
export async function answerControl(
  count: Count,
  asked: ControlQuestion,
  signal: AbortSignal,
  deflation?: Deflation,
): Promise<ControlReply> {
  const { definitions } = count.catalogue
  const definition = definitionAsked(count.catalogue, asked)
  const year = yearsOf(asked, count.catalogue)[0]!
  const factor = factorOf(asked.prices, year, deflation)
  const apart = await placeRows(count, asked, factor, signal)
  const whole = togetherOf(apart, asked, count.catalogue)
  const rows = asked.together ? [whole] : apart
  const own = await ownFigures(count)
  const ownOf = ({ place }: Row) =>
    asked.together ? (asked.places ? apart.map((one) => one.place) : null) : [place]

  const figures = (classes: readonly number[] | null, counted: readonly number[]) => {
    if (classes === null) return { numerator: null, denominator: null, share: null }
    const numerator = inClasses(classes, counted)
    const denominator = sum(classes)
    return { numerator, denominator, share: shareOf(numerator, denominator) }
  }
  const local = rows.map(({ classes }) => figures(classes, definition.classes))
  const reply = table(count, 'control', rows.length, {
    place: rows.map(({ place }) => place),
    place_name: rows.map(({ name }) => name),
    numerator: local.map(({ numerator }) => numerator),
    denominator: local.map(({ denominator }) => denominator),
    share: local.map(({ share }) => share),
    ...Object.fromEntries(
      CLASSES.map((one) => [`class_${one}`, rows.map(({ classes }) => classes?.[one - 1] ?? null)]),
    ),
    recorded: rows.map(({ recorded }) => recorded),
    missing: rows.map(({ missing }) => missing),
    persons: rows.map(({ persons }) => persons),
    head: rows.map(({ classes, persons }) => (classes && persons ? sum(classes) / persons : null)),
    estimate: rows.map(({ estimate }) => estimate),
    ...(own ? { own_figures: rows.map((row) => own(ownOf(row), year)) } : {}),
  })
  return {
    ...(asked.prices && asked.prices !== 'cash' ? inRealTerms(reply) : reply),
    ...scopeAsked(asked, count.catalogue, deflation),
    definition,
    breaks: await shareBreaks(count, year, definition.classes, asked.rules),
    amount_breaks: await amountBreaks(count, year, asked.prices, deflation),
    definitions: definitions.map((one) => {
      const { numerator, denominator, share } = figures(whole.classes, one.classes)
      return { ...one, numerator, denominator, share }
    }),
    together: asked.together ?? false,
  }
}

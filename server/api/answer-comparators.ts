import { nearest, standingOf } from '../count/comparators.ts'
import { FEATURE_NAMES, FEATURES, type Feature, featuresOf, partsOf, together } from '../count/features.ts'
import type { Count } from '../count/open.ts'
import { answerControl, type ControlQuestion } from './answer-control.ts'
import { scopeAsked, yearsOf } from './asked.ts'
import { figuresOf } from './compared-figures.ts'
import { type Compared, comparedGroup } from './compared-group.ts'
import type { ComparatorsReply } from './contract.ts'
import { ownFigures } from './own-figures.ts'
import { baseOf, type Deflation } from './prices.ts'
import { Refusal } from './problem.ts'
import { inRealTerms, table } from './table.ts'

export interface ComparatorsQuestion extends Omit<ControlQuestion, 'together'> {
  readonly features?: readonly Feature[] | undefined
  readonly n?: number | undefined
}

/** Employment deprivation goes with income deprivation, and would count it twice. */
export const DEFAULT_FEATURES = FEATURE_NAMES.filter((name) => name !== 'employment')
export const DEFAULT_NEAREST = 10

const LOGGED: ReadonlySet<string> = new Set(FEATURE_NAMES.filter((name) => FEATURES[name].log))
const listed = (words: readonly string[]) => words.join(', ')

function refuseUnknown(own: Compared, features: readonly string[], year: string): never {
  throw new Refusal(400, 'The question has a fault.', [
    {
      where: 'query.features',
      message: `${listed(features)} ${features.length === 1 ? 'is' : 'are'} not known of ${own.name} in ${year}: leave ${features.length === 1 ? 'it' : 'them'} out`,
      value: listed(features),
    },
  ])
}

/**
 * Answers /comparators: the places of a group nearest to one by the features switched on, with what is spent in each,
 * and where the place stands among them.
 * @throws Refusal 400 where the places are not one that has others of its kind, or a feature of it is not known
 */
export async function answerComparators(
  count: Count,
  asked: ComparatorsQuestion,
  signal: AbortSignal,
  deflation?: Deflation,
): Promise<ComparatorsReply> {
  const { catalogue, engine } = count
  const { features = DEFAULT_FEATURES, n = DEFAULT_NEAREST, ...spending } = asked
  const year = yearsOf(asked, catalogue)[0]!
  const { own, group, kind } = comparedGroup(catalogue, asked.places)
  const parts = await partsOf(engine, year)
  const valued = group.map((one) => ({
    ...one,
    features: featuresOf(together(one.members.map((code) => parts.get(code)))),
  }))
  const byCode = new Map(valued.map((one) => [one.code, one]))
  const { neighbours, leftOut } = nearest(valued, own.code, features, LOGGED)
  const lacking = leftOut.find(({ code }) => code === own.code)
  if (lacking) refuseUnknown(own, lacking.features, year)

  const chosen = neighbours.slice(0, n + 1)
  const compared = chosen.map(({ code }) => byCode.get(code)!)
  const control = await answerControl(
    count,
    { ...spending, together: false, places: compared.flatMap(({ members }) => members) },
    signal,
    deflation,
  )
  const figures = figuresOf(control, compared)
  const column = (name: 'total' | 'head' | 'share') => figures.map((one) => one[name])
  const standing = (name: 'total' | 'head' | 'share') => standingOf(column(name)[0]!, column(name))
  const published = await ownFigures(count)
  const reply = table(count, 'comparator-parts', chosen.length, {
    place: chosen.map(({ code }) => code),
    place_name: compared.map(({ name }) => name),
    own: chosen.map(({ code }) => code === own.code),
    distance: chosen.map(({ distance }) => distance),
    ...Object.fromEntries(
      features.flatMap((name) => [
        [`${name}_value`, compared.map((one) => one.features[name])],
        [`${name}_z`, chosen.map(({ z }) => z[name]!)],
      ]),
    ),
    total: column('total'),
    persons: figures.map(({ persons }) => persons),
    head: column('head'),
    share: column('share'),
    missing: figures.map(({ missing }) => missing),
    ...(published ? { own_figures: compared.map(({ members }) => published(members, year)) } : {}),
  })
  return {
    ...(baseOf(asked.prices) === null ? reply : inRealTerms(reply)),
    ...scopeAsked(asked, catalogue, deflation),
    definition: control.definition,
    features: [...features],
    group: { kind, size: neighbours.length },
    standing: {
      among: `${own.name} and the ${chosen.length - 1} nearest of ${neighbours.length - 1} other ${kind}`,
      incomplete: figures.filter(({ missing }) => missing > 0).length,
      total: standing('total'),
      head: standing('head'),
      share: standing('share'),
    },
    left_out: leftOut.map(({ code, features }) => ({
      place: code,
      place_name: byCode.get(code)!.name,
      features: [...features],
    })),
  }
}

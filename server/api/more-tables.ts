import type { Feature } from '../count/features.ts'
import type { Count } from '../count/open.ts'
import type { PlaceFigures, PlaceTable } from '../export/place/figures.ts'
import { answerComparators, DEFAULT_FEATURES } from './answer-comparators.ts'
import type { ControlQuestion } from './answer-control.ts'
import { answerPublished } from './answer-published.ts'
import type { Deflation } from './prices.ts'
import { Refusal } from './problem.ts'

type Beside = Pick<PlaceFigures, 'more' | 'absent'>

const COMPARATORS = 'Comparators'
const PUBLISHED = 'Published'

/** Why a place has no comparators, for a reader of a sheet. */
function whyNone({ faults }: Refusal, places: readonly string[] | undefined): string {
  if (places?.length !== 1)
    return 'The nearest comparators are found for one place, one region or one set at a time.'
  const { where, message } = faults[0]!
  if (where === 'query.places') return `The place ${message}.`
  return `${message.replace(/: leave .*$/, '')}: the nearest places cannot be found.`
}

/** Features that the refusal says are not known of the place. */
const unknownIn = ({ faults }: Refusal): readonly string[] =>
  faults.flatMap(({ where, value }) =>
    where === 'query.features' && typeof value === 'string' ? value.split(', ') : [],
  )

/** The nearest by every feature known of the place, which the table's own words name. */
async function comparators(
  count: Count,
  asked: Omit<ControlQuestion, 'together'>,
  signal: AbortSignal,
  deflation: Deflation,
  features: readonly Feature[] = DEFAULT_FEATURES,
): Promise<Beside> {
  try {
    const reply = await answerComparators(count, { ...asked, features }, signal, deflation)
    const about = `The nearest by ${reply.features.join(', ')}: ${reply.standing.among}`
    const table: PlaceTable = {
      id: 'comparators',
      sheet: COMPARATORS,
      table: COMPARATORS,
      about,
      reply,
      totals: false,
    }
    return { more: [table], absent: [] }
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 400)) throw error
    const known = features.filter((one) => !unknownIn(error).includes(one))
    if (known.length > 0 && known.length < features.length)
      return comparators(count, asked, signal, deflation, known)
    return { more: [], absent: [{ sheet: COMPARATORS, why: whyNone(error, asked.places) }] }
  }
}

/** Where no place is asked the country is meant, not every place there is. */
async function published(
  count: Count,
  places: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<Beside> {
  const country = [...count.catalogue.places.values()].find(({ tier }) => tier === 'country')
  const reply = await answerPublished(count, { places: places ?? (country && [country.code]) }, signal)
  if (reply.rows === 0)
    return {
      more: [],
      absent: [{ sheet: PUBLISHED, why: 'No count that others have published is known of just this place.' }],
    }
  const about = 'What others have published, each beside the nearest figure of this count, neither adjusted'
  return {
    more: [{ id: 'published', sheet: PUBLISHED, table: 'PublishedCounts', about, reply, totals: false }],
    absent: [],
  }
}

/** What stands beside a place's own figures, and why any of it does not. */
export async function tablesBeside(
  count: Count,
  asked: Omit<ControlQuestion, 'together'>,
  signal: AbortSignal,
  deflation: Deflation,
): Promise<Beside> {
  const found = await Promise.all([
    comparators(count, asked, signal, deflation),
    published(count, asked.places, signal),
  ])
  return { more: found.flatMap(({ more }) => more), absent: found.flatMap(({ absent }) => absent) }
}

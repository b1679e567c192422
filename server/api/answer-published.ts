import type { Catalogue } from '../count/catalogue.ts'
import type { Count } from '../count/open.ts'
import type { PublishedCount } from '../count/reference.ts'
import { shareOf } from '../count/share.ts'
import { answerControl } from './answer-control.ts'
import { answerSpend, type SpendQuestion } from './answer-spend.ts'
import { missingFrom } from './asked.ts'
import { askedAddress } from './asked-address.ts'
import type { PublishedReply } from './contract.ts'
import { namesOf } from './names.ts'
import { table } from './table.ts'
import { viewLink } from './view-link.ts'
import { vocabularyOf } from './vocabulary.ts'

export interface PublishedQuestion {
  readonly places?: readonly string[] | undefined
}

interface OurQuestion extends SpendQuestion {
  readonly definition?: string
}

const COLUMNS = [
  ...(['id', 'places', 'place_name', 'place_as_published', 'year_as_published', 'our_year'] as const),
  ...(['measure', 'part_as_published', 'qualifier', 'unit', 'published', 'ours'] as const),
  ...(['difference', 'ratio', 'coverage', 'gross_or_net', 'confidence', 'our_scope'] as const),
  ...(['our_definition', 'our_filter', 'how_near', 'missing', 'publisher', 'title'] as const),
  ...(['url', 'stored_copy', 'view', 'ask'] as const),
]
const UNITS = { total: 'GBP', head: 'GBP/person', share: 'share', agency: 'GBP', theme: 'GBP' } as const

/** The filter of a published figure as a question takes it; null where this count lacks what it names. */
function filterOf(count: Count, { our_filter }: PublishedCount): Record<string, string[]> | null {
  if (our_filter === null) return {}
  const [name = '', list = ''] = our_filter.split('=')
  const values = list.split(',').sort()
  return values.every((value) => vocabularyOf(count)[name]?.has(value)) ? { [name]: values } : null
}

/** The question of this count nearest to a published figure; null where the count cannot be asked it. */
function questionOf(count: Count, one: PublishedCount): OurQuestion | null {
  const filter = filterOf(count, one)
  if (!filter || !count.catalogue.years.includes(one.our_year)) return null
  return {
    year: [one.our_year],
    places: one.places,
    ...(one.our_scope.length > 0 ? { scope: one.our_scope } : {}),
    ...(one.our_definition ? { definition: one.our_definition } : {}),
    ...(one.measure === 'head' ? { per: 'head' as const } : {}),
    ...filter,
  }
}

/** The same question without its filter: the whole a share is of. */
const wholeOf = ({ year, places, scope }: OurQuestion): OurQuestion => ({ year, places, scope })

/** Our figure in the unit of the published one; null where the count does not know it. */
async function ourFigure(
  count: Count,
  one: PublishedCount,
  asked: OurQuestion,
  signal: AbortSignal,
): Promise<number | null> {
  if (one.our_definition) {
    const { data } = await answerControl(count, { ...asked, together: true }, signal)
    return data.share![0] as number | null
  }
  const { per: _, ...inPounds } = asked
  const { total, population } = await answerSpend(count, inPounds, signal)
  if (total === null) return null
  if (one.measure === 'head') return population ? total / population : null
  if (one.measure !== 'share') return total
  const whole = await answerSpend(count, wholeOf(asked), signal)
  return whole.total === null ? null : shareOf(total, whole.total)
}

const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join()

/** Published figures of just these places: of any one asked, or of all asked together. */
function ofPlaces({ publishedCounts, members }: Catalogue, asked: readonly string[] | undefined) {
  if (!asked) return publishedCounts
  const wanted = [...asked.map((code) => members([code])), members(asked)]
  return publishedCounts.filter(({ places }) => wanted.some((one) => same(one, members(places))))
}

function nameOf({ sets, ...catalogue }: Catalogue, { places, place_as_published }: PublishedCount): string {
  const only = places.length === 1 ? places[0]! : ''
  const set = sets.find(({ id }) => `set:${id}` === only)
  return set?.name ?? namesOf(catalogue as Catalogue).place.get(only) ?? place_as_published
}

/** Answers /published: what others have published of places, each with our figure beside it and neither adjusted. */
export async function answerPublished(
  count: Count,
  asked: PublishedQuestion,
  signal: AbortSignal,
): Promise<PublishedReply> {
  const { catalogue } = count
  const found = ofPlaces(catalogue, asked.places)
  const rows = await Promise.all(
    found.map(async (one) => {
      const question = questionOf(count, one)
      const ours = question ? await ourFigure(count, one, question, signal) : null
      const published = one.amount ?? one.ratio!
      const path = one.our_definition ? '/control' : '/spend'
      const { definition, ...spending } = question ?? {}
      return {
        id: one.id,
        places: one.places.join(','),
        place_name: nameOf(catalogue, one),
        place_as_published: one.place_as_published,
        year_as_published: one.year_as_published,
        our_year: one.our_year,
        measure: one.measure,
        part_as_published: one.part_as_published,
        qualifier: one.qualifier,
        unit: UNITS[one.measure],
        published,
        ours,
        difference: ours === null ? null : ours - published,
        ratio: ours === null ? null : ours / published,
        coverage: one.coverage,
        gross_or_net: one.gross_or_net,
        confidence: one.confidence,
        our_scope: one.our_scope.join(',') || null,
        our_definition: one.our_definition,
        our_filter: one.our_filter,
        how_near: one.how_near,
        missing:
          question && missingFrom(one.measure === 'share' ? wholeOf(question) : question, catalogue).length,
        publisher: one.publisher,
        title: one.title,
        url: one.url,
        stored_copy: one.stored_copy,
        view: question && viewLink(path, question),
        ask: question && askedAddress(path, definition ? { ...spending, definition } : spending),
      }
    }),
  )
  const data = Object.fromEntries(COLUMNS.map((name) => [name, rows.map((row) => row[name])]))
  return {
    ...table(count, 'published-counts', rows.length, data),
    places: asked.places ? [...asked.places] : null,
  }
}

import { agencyOf } from './agencies.ts'
import { clean, normal } from './clean.ts'
import { functionOf } from './functions.ts'
import type { Known } from './known.ts'
import { placeByAgency, placeOf } from './places.ts'
import type { Named } from './terms.ts'
import { is, refused, told, type Verdict } from './verdict.ts'
import { type DateOrder, dayOf, financialYear, twoNumbers, yearOfDay } from './years.ts'

export interface Context {
  readonly known: Known
  readonly order: DateOrder | 'mixed'
  /** What the mapping says texts stand for, by their normal form. */
  readonly values: (meaning: Named, text: string) => string | undefined
  /** The one place an agency is in: given where a place may be told by its agency. */
  readonly placeOfAgency?: (agency: string) => string | undefined
}

type Resolver = (given: string, context: Context) => Verdict

const inCount = (year: string, { known }: Context): Verdict =>
  known.catalogue.years.includes(year)
    ? is(year)
    : told(
        year,
        'warning',
        'year-outside',
        `${year} is not a year of the count: there is nothing to compare it with.`,
      )

function dated(text: string): string | undefined {
  const day = /[-/. ]/.test(text) ? dayOf(text, 'day-month') : undefined
  return day && yearOfDay(day)
}

const year: Resolver = (given, context) => {
  const text = clean(given)
  const repair = 'Write the financial year, as 2023-24, or say which it is.'
  if (text === '') return refused('year-missing', 'The year is blank.', repair)
  const found = financialYear(text) ?? dated(text)
  if (found === 'ambiguous')
    return refused(
      'year-ambiguous',
      `${text} could be the financial year that begins or the one that ends in it.`,
      repair,
    )
  if (found === 'calendar')
    return refused('year-calendar', `${text} is a calendar year, which lies in two financial years.`, repair)
  if (!found) return refused('year-unreadable', `${text} cannot be read as a financial year.`, repair)
  if (/^f\.?y\.?\s*\d+$/i.test(text))
    return told(
      found,
      'warning',
      'year-assumed',
      `${text} was read as the year that ends in it, ${found}.`,
      repair,
    )
  return inCount(found, context)
}

const date: Resolver = (given, context) => {
  const text = clean(given)
  if (text === '') return refused('date-missing', 'The date is blank.', 'Write the date, as 2023-04-01.')
  const numbers = twoNumbers(text)
  const order =
    context.order === 'mixed' ? (numbers && numbers[0] > 12 ? 'day-month' : 'month-day') : context.order
  if (context.order === 'mixed' && numbers && numbers[0] <= 12 && numbers[1] <= 12)
    return refused(
      'date-ambiguous',
      `${text} could be either way round: the column has dates of both kinds.`,
      'Write every date as 2023-04-01.',
    )
  const day = dayOf(text, order)
  if (!day) return refused('date-unreadable', `${text} is no date.`, 'Write the date, as 2023-04-01.')
  return inCount(yearOfDay(day), context)
}

const worded =
  (rule: string, words: readonly (readonly [RegExp, string])[], blank: string, repair: string): Resolver =>
  (given) => {
    const text = normal(given)
    if (text === '') return is(blank)
    const found = words.find(([pattern]) => pattern.test(text))
    return found
      ? is(found[1])
      : refused(`${rule}-unknown`, `${clean(given)} is none of the kinds known.`, repair)
  }

const economic = worded(
  'economic',
  [
    [/\bcapital\b/, 'capital'],
    [/transfer to people|benefit|tax credit|pension/, 'transfer_to_people'],
    [/\b(?:revenue|current|resource)\b/, 'current'],
  ],
  'current',
  'Write current, capital or transfer to people.',
)
const flow = worded(
  'flow',
  [
    [/transfer(?:s|red)? (?:in|from)|\binflow|received from/, 'transfer_in'],
    [/transfer(?:s|red)? (?:out|to)|\boutflow|paid to|grant to/, 'transfer_out'],
    [/^(?:own|direct|own spend(?:ing)?|expenditure|spend(?:ing)?)$/, 'own'],
  ],
  'own',
  'Write own, transfer in or transfer out.',
)
const phase = worded(
  'phase',
  [
    [/\b(?:outturn|actuals?|executed|final accounts?)\b/, 'outturn'],
    [/\b(?:budget(?:ed)?|plan(?:ned)?|approved|estimates?)\b/, 'budget'],
  ],
  'outturn',
  'Write outturn or budget.',
)

const basis: Resolver = (given) => {
  const text = normal(given)
  if (text === '' || /^(?:recorded|actual|direct|ledger|invoiced?)$/.test(text)) return is('recorded')
  return told(
    'recorded',
    'warning',
    'basis-shared',
    `${clean(given)}: the sender says the figure is not recorded as such.`,
    'See how it was shared out before it is published as recorded.',
  )
}

const currency: Resolver = (given) => {
  const text = normal(given)
  if (text === '' || /^(?:gbp|£|sterling|pounds?(?: sterling)?|uk pounds?|pence)$/.test(text))
    return is('GBP')
  return refused(
    'currency',
    `${clean(given)} is not pounds sterling.`,
    'Turn it into pounds at a rate you can name, or leave the row out.',
  )
}

const RESOLVERS: Readonly<Record<Named, Resolver>> = {
  place: (given, { known, placeOfAgency, values }) =>
    (placeOfAgency && placeByAgency(given, known, placeOfAgency, values('agency', normal(given)))) ??
    placeOf(given, known),
  agency: (given, { known }) => agencyOf(given, known),
  function: (given, { known }) => functionOf(given, known),
  year,
  date,
  economic,
  flow,
  phase,
  basis,
  currency,
}

/** What a text of a column stands for: as the mapping says, else as it reads. */
export function resolved(meaning: Named, text: string, context: Context): Verdict {
  const said = context.values(meaning, normal(text))
  return said === undefined ? RESOLVERS[meaning](text, context) : is(said)
}

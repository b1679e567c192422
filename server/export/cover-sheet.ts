import type {
  ChainReply,
  ChangeReply,
  ControlReply,
  DevolutionReply,
  LinesReply,
  SpendReply,
  TableReply,
} from '../api/contract.ts'
import { ownInWords, returnsNotMade } from '../count/returns-not-made.ts'
import { shareOf } from '../count/share.ts'
import type { About } from './about.ts'
import type { Cell, Formula, PlainSheet, TableSheet, Value } from './book.ts'
import { numbersOf, sum } from './data-sheet.ts'
import { SHORTHAND } from './marks.ts'
import { titleOf } from './titles.ts'

export const POUNDS = '£#,##0;-£#,##0'
export const SHARE = '0.0%'
export const WHOLE = '#,##0'
export const COVER = 'Cover'

/** A line of the cover; `name` makes its value a defined name of the book. */
export interface Line {
  readonly label: string
  readonly value: Value | Formula
  readonly format?: string
  readonly link?: string
  readonly name?: string
}

const known = <T extends Value>(value: T | null): T | string => value ?? '[x]'

/** The total as a sum over the table where the rows come to it, else as it is. */
function totalOf(reply: TableReply & { total: number | null }): Value | Formula {
  const column = reply.columns.find(({ name, unit }) => name === 'amount' && unit === 'GBP')
  const values = numbersOf(reply.data.amount!)
  const rows = sum(values)
  if (reply.total === null || !column || values.length === 0 || rows !== reply.total)
    return known(reply.total)
  return { formula: `SUM(Figures[${titleOf(column)}])`, value: reply.total }
}

function ofSpend(reply: SpendReply): Line[] {
  const { coverage, control, eliminated, population } = reply
  const part = (label: string, value: number | null) => ({ label, value: known(value), format: SHARE })
  return [
    { label: 'Total', value: totalOf(reply), format: POUNDS, name: 'total' },
    { label: 'Population', value: known(population), format: WHOLE, name: 'population' },
    { label: 'Transfers between bodies, left out of the total', value: eliminated, format: POUNDS },
    part('Recorded for the place', coverage.recorded),
    ...(['A', 'B', 'C', 'D'] as const).map((grade) => part(`Graded ${grade}`, coverage.grades[grade])),
    ...(control
      ? [
          {
            label: `Published: ${control.covers}`,
            value: control.published,
            format: POUNDS,
            name: 'published',
          },
          { label: 'Compiled here', value: control.compiled, format: POUNDS, name: 'compiled' },
          {
            label: 'Difference',
            value: { formula: 'compiled-published', value: control.difference },
            format: POUNDS,
            name: 'difference',
          },
          { label: 'Status of the difference', value: control.status },
          { label: 'Of it, explained by nobody', value: control.unexplained, format: POUNDS },
        ]
      : [{ label: 'Published total', value: 'None covers exactly this question' }]),
  ]
}

/** A column's sum as a formula over the table. */
const sumOf = ({ columns, data }: TableReply, name: string): Formula => ({
  formula: `SUM(Figures[${titleOf(columns.find((column) => column.name === name)!)}])`,
  value: sum(numbersOf(data[name]!)),
})

const ratio = (formula: string, value: number | null): Value | Formula =>
  value === null ? '[x]' : { formula, value }

const ofDefinition = ({ definition }: Pick<ControlReply, 'definition'>): Line[] => [
  { label: 'Definition of local control', value: `${definition.name}: ${definition.meaning}` },
  { label: 'Classes it counts as local', value: definition.classes.join(', ') },
]

function ofDevolution(reply: DevolutionReply): Line[] {
  const whole = sumOf(reply, 'denominator')
  const before = sumOf(reply, 'numerator_before')
  const after = sumOf(reply, 'numerator_after')
  const share = (part: Formula) => shareOf(part.value as number, whole.value as number)
  const pounds = (label: string, value: Formula, name: string) => ({ label, value, format: POUNDS, name })
  return [
    ...ofDefinition(reply),
    pounds('All spending, all rows, before and after', whole, 'spending'),
    pounds('Under local control before', before, 'local_before'),
    pounds('Under local control after', after, 'local_after'),
    pounds('Spending that changes class', sumOf(reply, 'moved'), 'moved'),
    {
      label: 'Share under local control before',
      value: ratio('local_before/spending', share(before)),
      format: SHARE,
    },
    {
      label: 'Share under local control after',
      value: ratio('local_after/spending', share(after)),
      format: SHARE,
    },
  ]
}

function ofChange(reply: ChangeReply): Line[] {
  const before = sumOf(reply, 'before')
  const after = sumOf(reply, 'after')
  const { together, from, years, notes } = reply
  return [
    ...(reply.by === 'place' ? ofDefinition(reply) : []),
    { label: `Spending in ${from}, all rows`, value: before, format: POUNDS, name: 'first' },
    { label: `Spending in ${years.at(-1)}, all rows`, value: after, format: POUNDS, name: 'second' },
    {
      label: 'Change',
      value: { formula: 'second-first', value: (after.value as number) - (before.value as number) },
      format: POUNDS,
      name: 'change',
    },
    { label: 'Change over the first year', value: ratio('change/first', together.ratio), format: SHARE },
    ...notes.map(({ year, note }) => ({ label: `What stands in, in ${year}`, value: note })),
  ]
}

const ofChain = (reply: ChainReply): Line[] => [
  { label: 'Total', value: sumOf(reply, 'amount'), format: POUNDS, name: 'total' },
  {
    label: 'Transfers between bodies, left out of the total',
    value: sumOf(reply, 'eliminated'),
    format: POUNDS,
  },
]

function ofControl(reply: ControlReply): Line[] {
  const [local, all] = [sumOf(reply, 'numerator'), sumOf(reply, 'denominator')]
  const share = shareOf(local.value as number, all.value as number)
  return [
    ...ofDefinition(reply),
    { label: 'Under local control, all rows', value: local, format: POUNDS, name: 'local' },
    { label: 'All spending, all rows', value: all, format: POUNDS, name: 'spending' },
    {
      label: 'Share under local control',
      value: share === null ? '[x]' : { formula: 'local/spending', value: share },
      format: SHARE,
      name: 'share',
    },
  ]
}

const ofLines = (reply: LinesReply): Line[] => [
  { label: 'Total of all lines matched', value: totalOf(reply), format: POUNDS, name: 'total' },
  { label: 'Lines matched', value: reply.matched, format: WHOLE },
]

function figures(reply: TableReply): Line[] {
  if ('moves' in reply) return ofDevolution(reply as DevolutionReply)
  if ('from' in reply) return ofChange(reply as ChangeReply)
  if (reply.query === 'chain') return ofChain(reply as ChainReply)
  if ('coverage' in reply) return ofSpend(reply as SpendReply)
  if ('definitions' in reply) return ofControl(reply as ControlReply)
  return 'matched' in reply ? ofLines(reply as LinesReply) : []
}

export const HASH = 'Hash of the count'
export const ASK_AGAIN = 'Ask the API again'

/** What was asked, as lines of a cover. */
export const opening = ({ facts }: About): Line[] => facts.map(([label, value]) => ({ label, value }))

/** What is missing, of which count and software, and where to ask again. */
export function closing({ count, missing, ownReturns, origin, view, address, software }: About): Line[] {
  const absent = returnsNotMade(missing)
  const open = (label: string, path: string): Line =>
    origin ? { label, value: origin + path, link: origin + path } : { label, value: path }
  return [
    {
      label: 'What is missing',
      value: absent
        ? `${absent} ${absent === 1 ? 'return was' : 'returns were'} not made: see sheet Missing`
        : ownReturns.length > 0
          ? 'No other return is known to be missing'
          : 'No return is known to be missing',
    },
    ...(ownReturns.length > 0
      ? [{ label: 'Own figures', value: `${ownInWords(ownReturns)}: see sheet Missing` }]
      : []),
    { label: 'Count', value: `${count.title} (${count.id})` },
    { label: HASH, value: count.hash },
    { label: 'Compiled', value: count.compiled },
    { label: 'Software', value: `Total Place ${software}` },
    ...(view === null ? [] : [open('Open the view', view)]),
    open(ASK_AGAIN, address),
  ]
}

/** What the cover says, line by line. */
export const linesOf = (reply: TableReply, about: About): Line[] => [
  ...opening(about),
  ...figures(reply),
  { label: 'Rows of data', value: reply.rows, format: WHOLE },
  ...closing(about),
]

/** The first sheet: what this is, from what, under which definition, what is missing, what follows. */
export function coverSheet(lines: readonly Line[], about: About, others: readonly TableSheet[]): PlainSheet {
  const heading = (text: string): Cell[] => [{ value: text, look: 'heading' }]
  const pair = (label: string, value: Value): Cell[] => [{ value: label, look: 'label' }, { value }]
  return {
    name: COVER,
    about: 'This sheet',
    widths: [46, 100],
    cells: [
      [{ value: about.title, look: 'title' }],
      ...lines.map(({ label, value, format, link }): Cell[] => [
        { value: label, look: 'label' },
        { value, ...(format ? { format } : {}), ...(link ? { link } : {}) },
      ]),
      heading('Sheets'),
      ...others.map(({ name, about }) => pair(name, about)),
      heading('Shorthand'),
      ...SHORTHAND.map(([mark, meaning]) => pair(mark, meaning)),
      pair(
        'Rounding',
        'Figures are stored unrounded; tables show them to the pound, or to a tenth of a percent',
      ),
    ],
  }
}

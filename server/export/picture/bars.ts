import type { SpendReply } from '../../api/contract.ts'
import { returnsNotMade } from '../../count/returns-not-made.ts'
import { inFigures } from '../in-figures.ts'
import { inMoney, inPercent } from '../in-money.ts'
import { type Bar, barsChart } from './bars-chart.ts'
import { framed, toldInMoney } from './frame.ts'
import type { Picture, Said } from './picture.ts'

export type BarsBy = 'sector' | 'agency' | 'division'

const KINDS: Readonly<
  Record<BarsBy, { readonly id: string; readonly heading: string; readonly many: string }>
> = {
  sector: { id: 'sectors', heading: 'Who spends it', many: 'sectors' },
  agency: { id: 'agencies', heading: 'Which agencies spend it', many: 'agencies' },
  division: { id: 'functions', heading: 'What it is spent on', many: 'functions' },
}
const MOST = 16

const sum = (bars: readonly Bar[], of: (bar: Bar) => number) =>
  bars.reduce((total, bar) => total + of(bar), 0)

function barsOf({ data, rows }: SpendReply, by: BarsBy): Bar[] {
  return Array.from({ length: rows }, (_, row) => ({
    name: String(data[`${by}_name`]![row] ?? data[by]![row]),
    amount: data.amount![row] as number | null,
    recorded: (data.recorded![row] as number | null) ?? 0,
  }))
    .filter((bar): bar is Bar => bar.amount !== null)
    .sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1))
}

/** The largest by size stand for themselves, in order; the rest are one. */
function gathered(bars: readonly Bar[], many: string): Bar[] {
  if (bars.length <= MOST + 1) return [...bars]
  const large = new Set([...bars].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, MOST))
  const rest = bars.filter((bar) => !large.has(bar))
  return [
    ...bars.filter((bar) => large.has(bar)),
    {
      name: `Other: ${inFigures(rest.length)} ${many}`,
      amount: sum(rest, ({ amount }) => amount),
      recorded: sum(rest, ({ recorded }) => recorded),
    },
  ]
}

/** Spending by sector, agency or function as bars; the reply is of /spend by that and nothing else, in total. */
export function barsPicture(reply: SpendReply, by: BarsBy, place: string, said: Said): Picture {
  const { id, heading, many } = KINDS[by]
  const bars = barsOf(reply, by)
  const negative = bars.some(({ amount }) => amount < 0)
  const whole = negative || !reply.total ? null : reply.total
  const first = bars[0]
  const finding = first
    ? `${first.name}, ${whole ? `${inPercent(first.amount / whole)} of ` : `${inMoney(first.amount)} of `}${inMoney(reply.total)}`
    : 'nothing is counted'
  return framed({
    id,
    title: `${heading} in ${place}: ${finding}`,
    said,
    alt: `Bars of net spending in ${place}, ${inMoney(reply.total)} in all. ${toldInMoney(bars)}.`,
    notes: [
      ...(negative ? ['No percentages: some parts are negative, where income exceeds spending.'] : []),
      ...missingNote(returnsNotMade(reply.coverage.missing)),
    ],
    drawn: barsChart(gathered(bars, many), whole),
  })
}

/** What a picture says of returns that were not made. */
export const missingNote = (returns: number): string[] =>
  returns === 0
    ? []
    : [
        `${inFigures(returns)} ${returns === 1 ? 'return was' : 'returns were'} not made and ${returns === 1 ? 'is' : 'are'} left out, never counted as zero.`,
      ]

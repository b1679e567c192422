import { money, percent } from '../format.ts'
import type { LinesOf } from '../state/state.ts'
import { go } from '../state/store.ts'
import { partsOf, type Scale, type Span } from './scale.ts'

export interface BarRow {
  name: string
  amount: number
  recorded: number
  /** null where there is nothing to open. */
  opens: Omit<LinesOf, 'place'> | null
}

/** One bar: solid is recorded, outlined and dotted is shared out; the whole row opens its lines. */
export function Bar({ row, scale, whole }: { row: BarRow; scale: Scale; whole: number | null }) {
  const { recorded, shared } = partsOf(row, scale)
  const drawn = (
    <>
      <span class="bar-name">{row.name}</span>
      <span class="bar-track" aria-hidden="true">
        {scale.zero > 0 && <span class="bar-zero" style={{ left: `${scale.zero}%` }} />}
        <Mark span={shared} kind="shared" />
        <Mark span={recorded} kind="recorded" />
      </span>
      <span class={`bar-amount${row.amount < 0 ? ' negative' : ''}`}>{money(row.amount)}</span>
      <span class="bar-share">
        {whole !== null && percent(row.amount / whole)}
        <span class="hidden">
          {' '}
          {money(row.recorded)} recorded, {money(row.amount - row.recorded)} shared out
        </span>
      </span>
    </>
  )
  const below = row.amount < 0 ? 'Income exceeded spending' : undefined
  if (!row.opens)
    return (
      <div class="bar" title={below}>
        {drawn}
      </div>
    )
  const opens = row.opens
  return (
    <button
      type="button"
      class="bar door"
      title={below ? `${below}: how we know` : 'How we know'}
      onClick={() => go({ lines: { ...opens, place: null } })}
    >
      {drawn}
    </button>
  )
}

function Mark({ span, kind }: { span: Span; kind: 'recorded' | 'shared' }) {
  if (span.to === span.from) return null
  return (
    <span
      class={`mark ${kind}${span.negative ? ' minus' : ''}`}
      style={{ left: `${span.from}%`, width: `${span.to - span.from}%` }}
    />
  )
}

import { useSignal } from '@preact/signals'
import { dealMoney } from '../../../format.ts'
import { upperFirst } from '../../../words.ts'
import { ChartCard } from '../chart-card.tsx'
import { Figure } from '../explain/figure.tsx'
import { type Axis, between } from '../scale.ts'
import type { Shown } from '../shown.ts'
import type { Cell, Twin } from '../twin.ts'
import { inputName, inputValue } from './switching.ts'

const KEEP = 8

type Bar = Shown['reply']['tornado'][number]

/** What the answer rests on: net present value at the low and the high of each input, the widest first. */
export function Tornado({ shown }: { shown: Shown }) {
  const all = useSignal(false)
  const { tornado, sharing } = shown.reply
  if (tornado.length === 0) return null
  const bars = all.value ? tornado : tornado.slice(0, KEEP)
  const scale = between(
    [sharing.npv, ...tornado.flatMap(({ npvAtLow, npvAtHigh }) => [npvAtLow, npvAtHigh])],
    4,
  )
  const widest = tornado[0]!
  const ranged = (shown.document.ranges ?? []).length > 0
  return (
    <ChartCard
      id="tornado"
      title="What it rests on"
      picture="tornado"
      says={`Most on ${inputName(widest.id, widest.name)}: from ${dealMoney(Math.min(widest.npvAtLow, widest.npvAtHigh))} to ${dealMoney(Math.max(widest.npvAtLow, widest.npvAtHigh))}.`}
      note={`Net present value, ${sharing.basis}, one input at a time at its low and its high${ranged ? ', as ranges say' : ''}; a tenth either way where no range is given.`}
      twin={tornadoTwin(tornado)}
    >
      <p class="key" aria-hidden="true">
        <span>
          <span class="swatch paid" /> input at its low
        </span>
        <span>
          <span class="swatch cashable" /> input at its high
        </span>
        <span>
          <span class="swatch-line" /> as planned, {dealMoney(sharing.npv)}
        </span>
      </p>
      <ul class="tornado">
        {bars.map((bar) => (
          <Row key={bar.id} bar={bar} plan={sharing.npv} scale={scale} />
        ))}
      </ul>
      {tornado.length > KEEP && (
        <button
          type="button"
          class="button small"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value
          }}
        >
          {all.value ? `Show the widest ${KEEP}` : `Show all ${tornado.length} inputs`}
        </button>
      )}
    </ChartCard>
  )
}

function Row({ bar, plan, scale }: { bar: Bar; plan: number; scale: Axis }) {
  const { id, name, low, high, npvAtLow, npvAtHigh } = bar
  const worst = Math.min(npvAtLow, npvAtHigh)
  const mark = (kind: string, to: number) => (
    <span
      class={`tornado-mark ${kind}`}
      style={{
        left: `${scale.at(Math.min(plan, to))}%`,
        width: `${Math.abs(scale.at(to) - scale.at(plan))}%`,
      }}
    />
  )
  return (
    <li class="tornado-row">
      <span class="tornado-name">
        {upperFirst(inputName(id, name))}
        <small>
          {inputValue(id, low)} to {inputValue(id, high)}
        </small>
      </span>
      <span class="tornado-track" aria-hidden="true">
        {mark('paid', npvAtLow)}
        {mark('cashable', npvAtHigh)}
        <span class="tornado-plan" style={{ left: `${scale.at(plan)}%` }} />
        {scale.low < 0 && scale.high > 0 && <span class="pay-zero" style={{ left: `${scale.at(0)}%` }} />}
      </span>
      <span class="number">
        <Figure opens={{ of: 'input', id }} about={inputName(id, name)} negative={worst < 0}>
          {dealMoney(worst)} to {dealMoney(Math.max(npvAtLow, npvAtHigh))}
        </Figure>
      </span>
    </li>
  )
}

function tornadoTwin(bars: readonly Bar[]): Twin {
  return {
    caption: 'Net present value at each input’s low and high',
    columns: [
      { head: 'Input', unit: 'text' },
      { head: 'Low', unit: 'text' },
      { head: 'High', unit: 'text' },
      { head: 'At the low', unit: 'pounds' },
      { head: 'At the high', unit: 'pounds' },
    ],
    rows: bars.map(({ id, name, low, high, npvAtLow, npvAtHigh }): Cell[] => [
      inputName(id, name),
      inputValue(id, low),
      inputValue(id, high),
      npvAtLow,
      npvAtHigh,
    ]),
  }
}

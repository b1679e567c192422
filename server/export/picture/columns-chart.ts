import { inMoney } from '../in-money.ts'
import { type Drawn, INNER } from './frame.ts'
import { HAIRLINE, INK, NEGATIVE, QUIET } from './palette.ts'
import { type Scale, scaleOf } from './scale.ts'
import { line } from './svg.ts'
import { text } from './text.ts'

export interface Frame {
  readonly scale: Scale
  /** Left edge and breadth of the place of a column. */
  readonly left: number
  readonly step: number
  readonly bottom: number
}

export const AXIS = 68

/** An upright frame for columns of years: the scale at the left, a hairline a tick, names below. */
export function columnsChart(
  names: readonly string[],
  values: readonly number[],
  height: number,
  draw: (frame: Frame) => string,
): Drawn {
  const [top, bottom] = [24, height]
  const scale = scaleOf(values, bottom, top)
  const step = (INNER - AXIS) / Math.max(1, names.length)
  const every = Math.ceil(34 / step)
  const ticks = scale.ticks.map(
    (tick) =>
      line(AXIS, scale.at(tick), INNER, scale.at(tick), tick === 0 ? INK : HAIRLINE, tick === 0 ? 1 : 0.75) +
      text(AXIS - 8, scale.at(tick) + 4.5, inMoney(tick), {
        size: 13,
        anchor: 'end',
        fill: tick < 0 ? NEGATIVE : QUIET,
      }),
  )
  const below = names.map((name, index) =>
    index % every === 0
      ? text(AXIS + (index + 0.5) * step, bottom + 20, name, { size: 13, anchor: 'middle' })
      : '',
  )
  return {
    markup: [...ticks, draw({ scale, left: AXIS, step, bottom }), ...below].join(''),
    height: height + 26,
  }
}

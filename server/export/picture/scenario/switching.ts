import { inMoney } from '../../in-money.ts'
import { framed, INNER } from '../frame.ts'
import { HAIRLINE, INK, QUIET } from '../palette.ts'
import type { Picture } from '../picture.ts'
import { line } from '../svg.ts'
import { leading, paragraph, text, wrapped } from '../text.ts'
import type { Shown } from './shown.ts'

const LOOK = { size: 13 } as const
const NAMES = 400
const MOST = 20
const FIGURES = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 })
const shown = (value: number) => FIGURES.format(value).replace('-', '−')

/** How far each input must move, alone, for the net present value to be nothing. */
export function switchingPicture({ reply, said }: Shown): Picture {
  const all = reply.switching
  const rows = all.slice(0, MOST)
  let y = 24
  const drawn: string[] = [
    text(560, 13, 'planned', { ...LOOK, anchor: 'end', fill: QUIET }),
    text(INNER, 13, 'switches at', { ...LOOK, anchor: 'end', fill: QUIET }),
  ]
  for (const { name, value, switching, possible } of rows) {
    const lines = wrapped(name, NAMES, LOOK)
    const height = Math.max(26, lines.length * leading(LOOK.size) + 8)
    const baseline = y + height / 2 + 4.5
    const at = switching === null ? 'at no value' : shown(switching)
    drawn.push(
      line(0, y, INNER, y, HAIRLINE, 0.75),
      paragraph(0, baseline - ((lines.length - 1) * leading(LOOK.size)) / 2, lines, LOOK),
      text(560, baseline, shown(value), { ...LOOK, anchor: 'end' }),
      text(INNER, baseline, switching !== null && !possible ? `${at}, not possible` : at, {
        ...LOOK,
        anchor: 'end',
        fill: possible ? INK : QUIET,
        weight: possible && switching !== null ? 600 : 400,
      }),
    )
    y += height
  }
  const able = all.filter(({ possible, switching }) => possible && switching !== null).length
  return framed({
    id: 'switching',
    title: `${able} of ${all.length} inputs could, alone, bring the net present value of ${inMoney(reply.sharing.npv)} to nothing`,
    said,
    alt: `Switching values of ${reply.name}. ${rows
      .map(
        ({ name, value, switching }) =>
          `${name}: planned ${shown(value)}, switches at ${switching === null ? 'no value' : shown(switching)}`,
      )
      .join('; ')}.`,
    notes: all.length > rows.length ? [`The first ${rows.length} of ${all.length} inputs.`] : [],
    drawn: { markup: drawn.join(''), height: y },
  })
}

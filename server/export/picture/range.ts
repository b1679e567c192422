import type { ControlReply } from '../../api/contract.ts'
import { inMoney, inPercent, NO_FIGURE } from '../in-money.ts'
import { framed, INNER } from './frame.ts'
import { BLUE, HAIRLINE, INK, QUIET } from './palette.ts'
import type { Picture, Said } from './picture.ts'
import { classesInWords } from './spectrum.ts'
import { el, line } from './svg.ts'
import { leading, paragraph, text, wrapped } from './text.ts'

const NAMES = 250
const FIGURES = 250
const LOOK = { size: 14 } as const
const SMALL = { size: 12, fill: QUIET } as const

/** The share of local control under every definition there is, the chosen one marked; places together. */
export function rangePicture(reply: ControlReply, place: string, said: Said): Picture {
  const { definitions, definition, data } = reply
  const own = definitions.some(({ id }) => id === definition.id) && !reply.rules
  const chosen = {
    ...definition,
    numerator: data.numerator![0] as number | null,
    denominator: data.denominator![0] as number | null,
    share: data.share![0] as number | null,
  }
  const all = own ? definitions : [...definitions, chosen]
  const known = all.flatMap(({ share }) => (share === null ? [] : [share]))
  const [from, to] = [NAMES + 12, INNER - FIGURES]
  const at = (share: number) => from + share * (to - from)
  let y = 24
  const drawn: string[] = []
  for (const one of all) {
    const isChosen = one.name === definition.name && one.id === definition.id
    const weight = isChosen ? 600 : 400
    const names = wrapped(`${one.name}`, NAMES, { ...LOOK, weight })
    const height = Math.max(42, names.length * leading(LOOK.size) + 24)
    const bar = y + height / 2
    const rows = paragraph(0, y + 18, names, { ...LOOK, weight })
    drawn.push(
      line(0, y, INNER, y, HAIRLINE, 0.75),
      rows,
      text(0, y + 18 + names.length * leading(LOOK.size) - 3, classesInWords(one.classes), SMALL),
      line(from, bar, to, bar, HAIRLINE),
      ...(one.share === null
        ? []
        : [
            line(from, bar, at(one.share), bar, BLUE, isChosen ? 6 : 3),
            el('circle', {
              cx: at(one.share),
              cy: bar,
              r: isChosen ? 7 : 5,
              fill: isChosen ? BLUE : '#fff',
              stroke: BLUE,
              'stroke-width': 2,
            }),
          ]),
      text(to + 66, bar + 5, one.share === null ? NO_FIGURE : inPercent(one.share), {
        ...LOOK,
        weight: 600,
        anchor: 'end',
      }),
      text(INNER, bar + 5, `${inMoney(one.numerator)} of ${inMoney(one.denominator)}`, {
        ...LOOK,
        anchor: 'end',
        fill: INK,
      }),
    )
    y += height
  }
  const scale = [0, 0.5, 1].map((share) =>
    text(at(share), 12, inPercent(share), {
      ...SMALL,
      anchor: share === 0 ? 'start' : share === 1 ? 'end' : 'middle',
    }),
  )
  const span =
    known.length === 0
      ? 'no share can be drawn'
      : `${inPercent(Math.min(...known))} to ${inPercent(Math.max(...known))}`
  return framed({
    id: 'range',
    title: `How much is under local control in ${place}: ${span}, by what local means`,
    said,
    alt: `Share under local control in ${place} by definition. ${all
      .map(
        ({ name, share, numerator, denominator }) =>
          `${name}: ${inPercent(share)}, ${inMoney(numerator)} of ${inMoney(denominator)}`,
      )
      .join('; ')}.`,
    notes: [`The definition asked for is the one with the filled mark: ${definition.name}.`],
    drawn: { markup: [...scale, ...drawn].join(''), height: y },
  })
}

import type { ControlReply } from '../../api/contract.ts'
import { inMoney, inPercent } from '../in-money.ts'
import { missingNote } from './bars.ts'
import { type Drawn, framed, INNER } from './frame.ts'
import { CLASSES_OF_CONTROL, HAIRLINE, INK, NEGATIVE, QUIET } from './palette.ts'
import type { Picture, Said } from './picture.ts'
import { brackets, covered, stretches, stripMarkup } from './strip.ts'
import { el, line, pointer } from './svg.ts'
import { text } from './text.ts'

const CLASSES = [1, 2, 3, 4, 5, 6, 7] as const
const STRIP = { y: 22, height: 40 } as const
const ROW = 26
const LOOK = { size: 14 } as const

/** Pounds of the only row of a reply by class; null where nothing is counted. */
export function classesOf({ data }: Pick<ControlReply, 'data'>): number[] | null {
  const amounts = CLASSES.map((one) => data[`class_${one}`]![0] as number | null)
  return amounts.every((amount) => amount !== null) ? amounts : null
}

/** class 1, classes 1, 2 */
export const classesInWords = (classes: readonly number[]): string =>
  `${classes.length === 1 ? 'class' : 'classes'} ${classes.join(', ')}`

/** Whether classes run from the first without a gap, so that one marker says where local ends. */
const isRun = (classes: readonly number[]) => classes.every((one, index) => one === index + 1)

function marker(end: number): string {
  const x = end * INNER
  const [top, bottom] = [STRIP.y - 4, STRIP.y + STRIP.height + 14]
  return line(x, top, x, bottom, INK, 2) + pointer(x, bottom, 6, INK)
}

function rows(
  amounts: readonly number[],
  names: readonly { class: number; name: string }[],
  local: readonly number[],
  shares: boolean,
  from: number,
): string {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const heading = { size: 13, fill: QUIET, anchor: 'end' } as const
  const columns = { counted: 470, amount: 640, share: INNER } as const
  return [
    text(columns.counted, from + 12, 'counted as local', heading),
    text(columns.amount, from + 12, 'spending', heading),
    ...(shares ? [text(columns.share, from + 12, 'share', heading)] : []),
    ...amounts.flatMap((amount, index) => {
      const y = from + 20 + index * ROW
      const number = index + 1
      const name = names.find((one) => one.class === number)?.name ?? ''
      return [
        line(0, y, INNER, y, HAIRLINE, 0.75),
        el('rect', {
          x: 0.5,
          y: y + 6,
          width: 14,
          height: 14,
          fill: CLASSES_OF_CONTROL[index]!,
          stroke: INK,
          'stroke-width': 0.75,
        }),
        text(24, y + 18, `${number}  ${name}`, LOOK),
        text(columns.counted, y + 18, local.includes(number) ? 'local' : 'not local', {
          ...LOOK,
          anchor: 'end',
          ...(local.includes(number) ? { weight: 600 } : { fill: QUIET }),
        }),
        text(columns.amount, y + 18, inMoney(amount), {
          ...LOOK,
          anchor: 'end',
          fill: amount < 0 ? NEGATIVE : INK,
        }),
        ...(shares
          ? [
              text(columns.share, y + 18, inPercent(total > 0 ? amount / total : null), {
                ...LOOK,
                anchor: 'end',
              }),
            ]
          : []),
      ]
    }),
  ].join('')
}

function draw(
  amounts: readonly number[],
  names: readonly { class: number; name: string }[],
  classes: readonly number[],
): Drawn {
  const strip = stretches(amounts)
  const height = (from: number) => from + 20 + amounts.length * ROW
  if (!strip) return { markup: rows(amounts, names, classes, false, 0), height: height(0) }
  const spans = covered(strip, classes)
  const from = STRIP.y + STRIP.height + 56
  const end = Math.max(...classes.map((one) => strip[one - 1]!.to))
  const ends = { size: 13, fill: QUIET } as const
  const below = STRIP.y + STRIP.height + 40
  return {
    markup: [
      stripMarkup(strip, INNER, STRIP.y, STRIP.height),
      brackets(spans, INNER, STRIP.y + STRIP.height + 10),
      ...(isRun(classes) ? [marker(end)] : []),
      text(0, below, 'locally decided', ends),
      text(INNER, below, 'national', { ...ends, anchor: 'end' }),
      rows(amounts, names, classes, true, from),
    ].join(''),
    height: height(from),
  }
}

/** Who controls what is spent, as one strip with a marker where local ends; the reply is of places together. */
export function spectrumPicture(
  reply: ControlReply,
  place: string,
  names: readonly { class: number; name: string }[],
  said: Said,
): Picture {
  const { definition, data } = reply
  const amounts = classesOf(reply)
  const [numerator, denominator, share] = ['numerator', 'denominator', 'share'].map(
    (name) => data[name]![0] as number | null,
  )
  const sentence = `${inMoney(numerator!)} of ${inMoney(denominator!)}${share === null ? '' : ` = ${inPercent(share!)}`} (${definition.name})`
  return framed({
    id: 'spectrum',
    title: `Who controls what is spent in ${place}: ${share === null ? `no share under “${definition.name}”` : `${inPercent(share!)} under local control`}`,
    said,
    alt: `The spectrum of control of ${place}. Under local control: ${sentence}. ${
      amounts
        ? CLASSES.map(
            (one) =>
              `Class ${one}, ${names.find((each) => each.class === one)?.name}: ${inMoney(amounts[one - 1]!)}`,
          ).join('; ')
        : 'Nothing is counted'
    }.`,
    notes: [
      `Under local control: ${sentence}. Counted as local: ${classesInWords(definition.classes)}. ${definition.meaning}.`,
      ...(amounts && !stretches(amounts)
        ? ['No strip is drawn: a class is negative here, or nothing is spent.']
        : []),
      ...missingNote((data.missing![0] as number | null) ?? 0),
    ],
    drawn: amounts ? draw(amounts, names, definition.classes) : { markup: '', height: 0 },
  })
}

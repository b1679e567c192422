import type { ChainReply } from '../../api/contract.ts'
import { returnsNotMade } from '../../count/returns-not-made.ts'
import { inMoney } from '../in-money.ts'
import { missingNote } from './bars.ts'
import { layout, type Node, type Way } from './flow-layout.ts'
import { framed, toldInMoney } from './frame.ts'
import { INK, QUIET, SERIES } from './palette.ts'
import type { Picture, Said } from './picture.ts'
import { el } from './svg.ts'
import { leading, paragraph, text, wrapped } from './text.ts'

const DECIDES = {
  elected_local: 'Elected local bodies freely',
  duty: 'Elected local bodies under duties and ring-fences',
  joint: 'Several bodies by agreement',
  local_board: 'Local boards to national targets',
  national: 'National bodies by programme',
  statute: 'National rules of entitlement',
} as const
const HOLDS = {
  elected_local: 'Elected local bodies',
  local_board: 'Local boards',
  national: 'National bodies',
} as const
const COLOURS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(DECIDES).map((key, index) => [key, SERIES[index]!]),
)
const HEADINGS = ['Who decides', 'Who holds', 'Who spends', 'On what'] as const
/** Left edges of the columns; the labels of each stand to its right. */
const COLUMNS = [0, 172, 340, 562] as const
const ROOM = [158, 154, 206, 176] as const
const THICK = 14
const TOP = 30
const LOOK = { size: 12 } as const

const named = (words: Readonly<Record<string, string>>, key: unknown) => words[String(key)] ?? String(key)

function waysOf({ data, rows }: ChainReply): { ways: Way[]; negative: number } {
  const all = new Map<string, Way>()
  for (let row = 0; row < rows; row += 1) {
    const cell = (name: string) => data[name]![row]
    const stops = [
      named(DECIDES, cell('decides')),
      named(HOLDS, cell('holds')),
      String(cell('sector_name') ?? cell('sector')),
      String(cell('division_name') ?? cell('division')),
    ]
    const key = JSON.stringify(stops)
    const known = all.get(key) ?? { kind: String(cell('decides')), stops, amount: 0 }
    all.set(key, { ...known, amount: known.amount + (cell('amount') as number) })
  }
  const ways = [...all.values()]
  return {
    ways: ways.filter(({ amount }) => amount > 0),
    negative: ways.reduce((sum, { amount }) => sum + Math.min(0, amount), 0),
  }
}

const linesOf = (name: string, column: number) => wrapped(name, ROOM[column]! - THICK, LOOK)
/** Room for a label: the lines of its name, and its pounds. */
const leastOf = (name: string, column: number) => (linesOf(name, column).length + 1) * leading(LOOK.size)

function nodeMarkup({ name, amount, column, y, height }: Node): string {
  const [x, middle] = [COLUMNS[column]!, TOP + y + height / 2]
  const label = x + THICK + 6
  const lines = linesOf(name, column)
  const top = middle - leastOf(name, column) / 2 + LOOK.size
  return [
    el('rect', { x, y: TOP + y, width: THICK, height: Math.max(height, 1), fill: INK }),
    paragraph(label, top, lines, LOOK),
    text(label, top + lines.length * leading(LOOK.size), inMoney(amount), LOOK),
  ].join('')
}

/** The ways money takes from who decides it to what it is spent on; each pound goes one way, as wide as its pounds. */
export function flowPicture(reply: ChainReply, place: string, said: Said): Picture {
  const { ways, negative } = waysOf(reply)
  const { nodes, ribbons, height } = layout(ways, leastOf)
  const drawn = ribbons.map(({ kind, column, from, to, thick }) => {
    const [left, right] = [COLUMNS[column]! + THICK, COLUMNS[column + 1]!]
    const middle = (left + right) / 2
    const [a, b] = [TOP + from, TOP + to]
    return el('path', {
      d: [
        `M${left} ${a.toFixed(1)}C${middle} ${a.toFixed(1)} ${middle} ${b.toFixed(1)} ${right} ${b.toFixed(1)}`,
        `V${(b + thick).toFixed(1)}`,
        `C${middle} ${(b + thick).toFixed(1)} ${middle} ${(a + thick).toFixed(1)} ${left} ${(a + thick).toFixed(1)}Z`,
      ].join(''),
      fill: COLOURS[kind] ?? QUIET,
      'fill-opacity': 0.32,
    })
  })
  const heads = HEADINGS.map((heading, column) =>
    text(COLUMNS[column]!, 13, heading, { size: 13, weight: 600 }),
  )
  const first = nodes.filter(({ column }) => column === 0).sort((a, b) => b.amount - a.amount)[0]
  return framed({
    id: 'flow',
    title: first
      ? `Who decides what is spent in ${place}: first ${first.name}, ${inMoney(first.amount)} of ${inMoney(reply.total)}`
      : `Who decides, who holds, who spends in ${place}: nothing is counted`,
    said,
    alt: `The ways ${inMoney(reply.total)} takes in ${place}. ${HEADINGS.map((heading, column) => `${heading}: ${toldInMoney(nodes.filter((node) => node.column === column))}`).join('. ')}.`,
    notes: [
      'Colours follow who decides. Widths are pounds.',
      ...(negative < 0
        ? [
            `Ways that come to less than nothing, ${inMoney(negative)} in all, are in the total and cannot be drawn.`,
          ]
        : []),
      ...(reply.eliminated > 0
        ? [
            `Transfers between bodies, ${inMoney(reply.eliminated)}, are left out so that no pound is counted twice.`,
          ]
        : []),
      ...missingNote(returnsNotMade(reply.missing)),
    ],
    drawn: { markup: [...heads, ...drawn, ...nodes.map(nodeMarkup)].join(''), height: TOP + height },
  })
}

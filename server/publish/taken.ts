import type { Decided } from './decide.ts'
import { type Cell, groupKey, inOrder } from './terms.ts'

interface Taking {
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly sector: string
  readonly economic: Cell['economic']
  readonly decided: Decided
}

/** Whether a group takes a cell out, the nearest first: of its own agency and class before others. */
const REACHES: readonly ((group: Taking, cell: Cell) => boolean)[] = [
  (group, cell) => cell.agency === group.agency && cell.economic === group.economic,
  (group, cell) =>
    group.decided.classes === 'all' && cell.agency === group.agency && cell.basis === 'shared_out',
  (group, cell) =>
    group.decided.covers === 'sector' && cell.economic === group.economic && cell.basis === 'shared_out',
  (group, cell) =>
    group.decided.covers === 'sector' && group.decided.classes === 'all' && cell.basis === 'shared_out',
]

const neighbours = ({ place, year, sector }: Pick<Cell, 'place' | 'year' | 'sector'>) =>
  `${place}|${year}|${sector}`

/** What of the count gives way to each group, by the group's key; nothing gives way twice. */
export function takenOut(cells: readonly Cell[], groups: readonly Taking[]): Map<string, Cell[]> {
  const near = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = neighbours(cell)
    const there = near.get(key)
    if (there) there.push(cell)
    else near.set(key, [cell])
  }
  const gone = new Set<Cell>()
  const taken = new Map<string, Cell[]>()
  const replacing = groups
    .filter(({ decided }) => decided.does === 'replace')
    .sort((a, b) => inOrder(groupKey(a), groupKey(b)))
  for (const reaches of REACHES)
    for (const group of replacing)
      for (const cell of near.get(neighbours(group)) ?? []) {
        if (gone.has(cell) || !reaches(group, cell)) continue
        gone.add(cell)
        const key = groupKey(group)
        const mine = taken.get(key)
        if (mine) mine.push(cell)
        else taken.set(key, [cell])
      }
  return taken
}

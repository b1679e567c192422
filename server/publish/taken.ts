import { gathered } from './gathered.ts'
import type { Brought } from './groups.ts'
import { type Cell, groupKey, inOrder } from './terms.ts'

type Taking = Pick<
  Brought,
  'place' | 'year' | 'agency' | 'sector' | 'economic' | 'own' | 'outturn' | 'decided'
>

interface Taken {
  /** What of the count gives way to each group, by the group's key; nothing gives way twice. */
  readonly taken: ReadonlyMap<string, readonly Cell[]>
  /** What a group would take from the rest of its sector or classes, and stays by what is decided of it itself. */
  readonly spared: ReadonlyMap<string, readonly Cell[]>
}

type Reach = (group: Taking, cell: Cell) => boolean

/** Whether a group takes a cell out, the nearest first: of its own agency and class before others. */
const REACHES: readonly Reach[] = [
  (group, cell) => cell.agency === group.agency && cell.economic === group.economic,
  (group, cell) =>
    group.decided.classes === 'all' && cell.agency === group.agency && cell.basis === 'shared_out',
  (group, cell) =>
    group.decided.covers === 'sector' && cell.economic === group.economic && cell.basis === 'shared_out',
  (group, cell) =>
    group.decided.covers === 'sector' && group.decided.classes === 'all' && cell.basis === 'shared_out',
]

/** A budget in place of a return gives way only to recorded outturn of the body itself. */
const BUDGET_REACHES: readonly Reach[] = [
  (group, cell) => group.outturn && cell.agency === group.agency && cell.economic === group.economic,
  (group, cell) => group.outturn && group.decided.classes === 'all' && cell.agency === group.agency,
]

const neighbours = ({ place, year, sector }: Pick<Cell, 'place' | 'year' | 'sector'>) =>
  `${place}|${year}|${sector}`

/**
 * What of the count gives way, and what stays though a wider decision reaches it: figures brought for the very
 * agency and class are left out or put beside it, so that it has to stand.
 */
export const takenOut = (cells: readonly Cell[], groups: readonly Taking[]) => out(cells, groups, REACHES)

/** What of the budgets in place of missing returns gives way. */
export const budgetsOut = (budgets: readonly Cell[], groups: readonly Taking[]) =>
  out(budgets, groups, BUDGET_REACHES).taken

function out(cells: readonly Cell[], groups: readonly Taking[], reach: readonly Reach[]): Taken {
  const near = gathered(cells, neighbours)
  const standing = new Set(
    groups.filter(({ own, decided }) => own && decided.does !== 'replace').map(groupKey),
  )
  const gone = new Set<Cell>()
  const taken = new Map<string, Cell[]>()
  const spared = new Map<string, Cell[]>()
  const keep = (kept: Map<string, Cell[]>, key: string, cell: Cell) =>
    void kept.set(key, [...(kept.get(key) ?? []), cell])
  const replacing = groups
    .filter(({ decided }) => decided.does === 'replace')
    .sort((a, b) => inOrder(groupKey(a), groupKey(b)))
  for (const reaches of reach)
    for (const group of replacing)
      for (const cell of near(neighbours(group))) {
        if (gone.has(cell) || !reaches(group, cell)) continue
        gone.add(cell)
        keep(standing.has(groupKey(cell)) ? spared : taken, groupKey(group), cell)
      }
  return { taken, spared }
}

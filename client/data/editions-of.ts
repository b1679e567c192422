import type { Count } from '../api-types.ts'

type Edition = Count['editions'][number]

/** Figures of one level, largest difference first: those shown at once, and the rest. */
interface Level {
  level: Edition['level']
  first: Edition[]
  rest: Edition[]
}

/** Two editions of one publication for one year. */
export interface Pair {
  year: string
  used: string
  compared: string
  whole: Edition
  levels: Level[]
}

const AT_ONCE = 5
const LONG: readonly Edition['level'][] = ['department', 'authority']

/** Editions compared, a pair at a time, in the order the count gives them. */
export function pairsOf(editions: readonly Edition[]): Pair[] {
  return editions
    .filter(({ level }) => level === 'total')
    .map((whole) => {
      const { year, used, compared } = whole
      const mine = editions.filter(
        (one) => one.year === year && one.used === used && one.compared === compared && one !== whole,
      )
      const levels = [...new Set(mine.map(({ level }) => level))].sort(shortFirst).map((level) => {
        const rows = mine.filter((one) => one.level === level)
        const at = LONG.includes(level) ? AT_ONCE : rows.length
        return { level, first: rows.slice(0, at), rest: rows.slice(at) }
      })
      return { year, used, compared, whole, levels }
    })
}

const shortFirst = (a: Edition['level'], b: Edition['level']) =>
  Number(LONG.includes(a)) - Number(LONG.includes(b)) || (a < b ? -1 : 1)

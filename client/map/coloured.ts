import { computed } from '@preact/signals'
import { changeFrom } from '../change/asked.ts'
import { changedEverywhere } from '../change/changed.ts'
import { breaksKey, columnOf, inForm } from '../change/measured.ts'
import { areas, measureOf } from '../state/areas.ts'
import { breaks } from '../state/breaks.ts'
import type { Measure } from '../state/state.ts'
import { part } from '../state/store.ts'
import { figure } from '../table/figure.ts'
import { type Counted, countClasses, DIVERGING, PALETTE } from './classes.ts'

const measure = part('measure')
const unit = part('unit')

interface Coloured extends Counted {
  measure: Measure
  breaks: readonly number[]
  values: ReadonlyMap<string, number | null>
  palette: readonly string[]
  /** A value as the legend and the pointer's note write it. */
  write: (value: number | null) => string
  /** Whether it is a change: classes lie either side of nothing. */
  diverging: boolean
}

const counted = (
  rows: readonly (readonly [string, number | null])[],
  fixed: readonly number[],
): Counted & Pick<Coloured, 'breaks' | 'values'> => {
  const values = new Map(rows)
  return { breaks: fixed, values, ...countClasses([...values.values()], fixed) }
}

/** The change of every place by the measure on screen; breaks are the same whichever two years are asked for. */
const change = computed((): Coloured | null => {
  const shown = changedEverywhere.answer.value
  if (!shown) return null
  const of = measure.value
  const column = columnOf(of, unit.value)
  const rows = shown.rows.map((row) => [row.key, row[column] as number | null] as const)
  const known = rows.some(([, value]) => value !== null)
  return {
    measure: of,
    ...counted(rows, known ? shown.breaks[breaksKey(of, unit.value)]! : []),
    palette: DIVERGING,
    write: (value) => inForm(value, column),
    diverging: true,
  }
})

/** What colours the map: every place's figure, and the breaks fixed for its year and measure. */
export const coloured = computed((): Coloured | null => {
  if (changeFrom.value !== null) return change.value
  const shown = areas.answer.value
  if (!shown || !breaks.value) return null
  const of = measure.value
  const rows = shown.rows.map((area) => [area.code, measureOf(area, of)] as const)
  return {
    measure: of,
    ...counted(rows, breaks.value),
    palette: PALETTE,
    write: (value) => figure(value, of),
    diverging: false,
  }
})

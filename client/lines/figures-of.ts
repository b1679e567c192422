import { computed } from '@preact/signals'
import { answer, classesOf } from '../state/answer.ts'
import { areas } from '../state/areas.ts'
import { opened } from '../state/count.ts'
import { membersOf } from '../state/members.ts'
import { part } from '../state/store.ts'

const open = part('lines')

/** The figures of the place whose lines are open, in cash as the lines are: its pounds by class and its people. */
export const figuresOf = computed(() => {
  const known = opened.answer.value
  if (!open.value || !known) return null
  if (open.value.place !== null) {
    const area = areas.answer.value?.byCode.get(open.value.place)
    if (!area) return null
    const { classes, persons, estimate } = area
    return inCash({ classes, persons, estimated: estimate ? [area.name] : [] })
  }
  const shown = answer.answer.value
  if (!shown) return null
  const { population } = shown.spend
  const estimated = membersOf(known, shown.asked.places).flatMap((code) => {
    const place = known.byCode.get(code)
    return place?.estimate ? [place.name] : []
  })
  const shipped = open.value.kind === 'shipped'
  const classes = classesOf(shipped ? shown.shipped : shown.control)
  return inCash({ classes, persons: population, estimated })
})

interface Figures {
  classes: readonly number[] | null
  persons: number | null
  estimated: readonly string[]
}

/** Whole pounds of the year, from figures that the answer on screen may give in real terms. */
function inCash({ classes, ...rest }: Figures) {
  const shown = answer.answer.value
  const deflation = shown?.deflation ?? null
  const factor = (shown && deflation?.factors[shown.asked.year]) ?? 1
  const cash = classes?.map((amount) => Math.round(amount / factor)) ?? null
  const total = cash?.reduce((whole, amount) => whole + amount, 0) ?? null
  const head = total !== null && rest.persons ? total / rest.persons : null
  return { ...rest, classes: cash, total, head, deflation, factor }
}

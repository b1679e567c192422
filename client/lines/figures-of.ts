import { computed } from '@preact/signals'
import { answer, classesOf } from '../state/answer.ts'
import { areas } from '../state/areas.ts'
import { opened } from '../state/count.ts'
import { membersOf } from '../state/members.ts'
import { part } from '../state/store.ts'

const open = part('lines')

/** The figures of the place whose lines are open: its pounds by class and its people. */
export const figuresOf = computed(() => {
  const known = opened.answer.value
  if (!open.value || !known) return null
  if (open.value.place !== null) {
    const area = areas.answer.value?.byCode.get(open.value.place)
    if (!area) return null
    const { classes, persons, total, head, estimate } = area
    return { classes, persons, total, head, estimated: estimate ? [area.name] : [] }
  }
  const shown = answer.answer.value
  if (!shown) return null
  const { total, population } = shown.spend
  const estimated = membersOf(known, shown.asked.places).flatMap((code) => {
    const place = known.byCode.get(code)
    return place?.estimate ? [place.name] : []
  })
  const head = total !== null && population ? total / population : null
  return { classes: classesOf(shown.control), persons: population, total, head, estimated }
})

import { computed } from '@preact/signals'
import { answer } from '../state/answer.ts'
import { type Area, areas, together } from '../state/areas.ts'
import { count, type Opened, opened } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { membersOf } from '../state/members.ts'
import { part } from '../state/store.ts'

/** A named group a place can be ranked among. */
export interface Group {
  id: string
  name: string
  places: readonly Area[]
}

/** Class of authority, by the first letters of the GSS code. */
const CLASSES: Record<string, string> = {
  E06: 'Unitary authorities',
  E08: 'Metropolitan districts',
  E09: 'London boroughs and the City',
  E10: 'Counties with their districts',
}

const group = part('group')
/** What both have to be asked by to be compared. */
const PARTS = ['year', 'scope', 'fill', 'prices', 'rules'] as const

/** The place on screen as an area, if it is one place, region or set; null for places ticked by hand and for England. */
const own = computed((): Area | null => {
  const known = opened.answer.value
  const all = areas.answer.value
  const asked = answer.answer.value?.asked
  if (!known || !all || !asked || asked.places.length !== 1) return null
  if (PARTS.some((each) => all[each] !== asked[each])) return null
  const code = asked.places[0]!
  return all.byCode.get(code) ?? areaAs(known, code, asked.placeName)
})

function areaAs(known: Opened, code: string, name: string): Area | null {
  const rows = membersOf(known, [code]).flatMap((one) => areas.answer.value?.byCode.get(one) ?? [])
  return rows.length === 0 ? null : together(code, name, rows, definition.value!.classes)
}

const pick = (ids: ReadonlySet<string>) => areas.answer.value!.rows.filter(({ code }) => ids.has(code))

/** The groups the place on screen belongs to. */
export const groups = computed((): Group[] => {
  const known = opened.answer.value
  const place = own.value
  if (!known || !place || !areas.answer.value || !count.value) return []
  const { upper, regions } = known
  const sets = count.value.sets
  if (place.code.startsWith('set:')) {
    const kind = sets.find(({ id }) => `set:${id}` === place.code)?.kind
    const peers = sets.filter((set) => set.kind === kind)
    const rows = peers.flatMap((set) => areaAs(known, `set:${set.id}`, set.name) ?? [])
    return [
      {
        id: 'class',
        name: kind === 'pilot' ? 'the pilots' : `the ${kind?.replace('_', ' ')} sets`,
        places: rows,
      },
    ]
  }
  if (regions.some(({ code }) => code === place.code)) {
    return [
      {
        id: 'class',
        name: 'the regions',
        places: regions.flatMap((r) => areaAs(known, r.code, r.name) ?? []),
      },
    ]
  }
  const region = regions.find(({ code }) => code === place.parent)
  const prefix = place.code.slice(0, 3)
  const all = new Set(upper.map(({ code }) => code))
  const codes = (keep: (one: (typeof upper)[number]) => boolean) =>
    pick(new Set(upper.filter(keep).map(({ code }) => code)))
  return [
    { id: 'region', name: region?.name ?? 'its region', places: codes((one) => one.parent === place.parent) },
    {
      id: 'class',
      name: CLASSES[prefix] ?? 'its class',
      places: codes((one) => one.code.startsWith(prefix)),
    },
    { id: 'all', name: `all ${upper.length} places`, places: pick(all) },
    ...sets
      .filter((set) => set.members.length > 1 && set.members.includes(place.code))
      .map((set) => ({ id: `set:${set.id}`, name: set.name, places: pick(new Set(set.members)) })),
  ]
})

export const ranked = computed(() => {
  const among = groups.value.find(({ id }) => id === group.value) ?? groups.value[0]
  return among && own.value ? { group: among, place: own.value } : null
})

import { computed } from '@preact/signals'
import { type Choice, choices } from '../../question/match.ts'
import { opened } from '../../state/count.ts'

/** England, regions and upper-tier places: what a line can be in. */
const placeChoices = computed((): Choice[] => {
  const known = opened.answer.value
  return known ? choices(known).filter(({ id }) => !id.startsWith('set:')) : []
})

const agencyChoices = computed((): Choice[] => {
  const known = opened.answer.value?.count
  if (!known) return []
  const sectors = new Map(known.sectors.map(({ id, name }) => [id, name]))
  return known.agencies.map(({ id, name, sector }) => ({
    id,
    name,
    group: sectors.get(sector) ?? sector,
    also: [id],
  }))
})

const functionChoices = computed((): Choice[] =>
  (opened.answer.value?.count.functions ?? []).map(({ code, name, division, division_name }) => ({
    id: code,
    name: `${code} ${name}`,
    group: code === division ? 'Division' : division_name,
    also: [name],
  })),
)

export const choicesOf = (kind: 'place' | 'agency' | 'function') =>
  ({ place: placeChoices, agency: agencyChoices, function: functionChoices })[kind].value

export const CHOICE_WORDS = {
  place: { of: 'Places', label: 'Council, district, region, other name or code', choose: 'Choose a place' },
  agency: { of: 'Agencies', label: 'Name or identifier of an agency', choose: 'Choose an agency' },
  function: { of: 'Functions', label: 'Name or COFOG code of a function', choose: 'Choose a function' },
} as const

import { useComputed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ownChoices, wantSets } from '../sets/library.ts'
import { opened } from '../state/count.ts'
import { view } from '../state/store.ts'
import { type Choice, choices } from './match.ts'
import { Search } from './search.tsx'

/** A list of places, regions and sets that narrows as one types. */
export function PlaceSearch({ onChoose }: { onChoose: (choice: Choice) => void }) {
  const all = useComputed(() => [...choices(opened.answer.value!), ...ownChoices.value])
  useEffect(wantSets, [])
  return (
    <Search
      label="Council, district, region, other name or code"
      of="Places"
      all={all.value}
      current={(id) => view.value.places.includes(id)}
      nothing="Nothing of that name in England. Try a council, a county, a district, a region or a code."
      onChoose={onChoose}
    />
  )
}

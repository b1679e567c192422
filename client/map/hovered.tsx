import { areas } from '../state/areas.ts'
import { coloured } from './coloured.ts'
import { hovered } from './hover.ts'

/** What the place under the pointer is, at a fixed spot, so that nothing moves under the pointer. */
export function Hovered() {
  const area = hovered.value ? areas.answer.value?.byCode.get(hovered.value) : undefined
  const shown = coloured.value
  if (!area || !shown) return null
  return (
    <p class="map-hovered" aria-hidden="true">
      <strong>{area.name}</strong> {shown.write(shown.values.get(area.code) ?? null)}
      {area.missing > 0 && <small>a return is missing</small>}
    </p>
  )
}

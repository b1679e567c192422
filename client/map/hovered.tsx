import { areas, measureOf } from '../state/areas.ts'
import { view } from '../state/store.ts'
import { figure } from '../table/figure.ts'
import { hovered } from './hover.ts'

/** What the place under the pointer is, at a fixed spot, so that nothing moves under the pointer. */
export function Hovered() {
  const area = hovered.value ? areas.answer.value?.byCode.get(hovered.value) : undefined
  if (!area) return null
  const { measure } = view.value
  return (
    <p class="map-hovered" aria-hidden="true">
      <strong>{area.name}</strong> {figure(measureOf(area, measure), measure)}
      {area.missing > 0 && <small>a return is missing</small>}
    </p>
  )
}

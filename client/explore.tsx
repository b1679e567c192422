import { LinesDialog } from './lines/lines-dialog.tsx'
import { MapSection } from './map/map-section.tsx'
import { Panel } from './place/panel.tsx'
import { part } from './state/store.ts'
import { TableSection } from './table/table-section.tsx'

const side = part('side')

export function Explore() {
  return (
    <main class="explore">
      <div class={`explore-body shows-${side.value}`}>
        <Panel />
        <TableSection />
        <MapSection />
      </div>
      <LinesDialog />
    </main>
  )
}

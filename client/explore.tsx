import { changeFrom } from './change/asked.ts'
import { ChangePanel } from './change/change-panel.tsx'
import { ChangeTable } from './change/change-table.tsx'
import { LinesDialog } from './lines/lines-dialog.tsx'
import { MapSection } from './map/map-section.tsx'
import { Panel } from './place/panel.tsx'
import { part } from './state/store.ts'
import { TableSection } from './table/table-section.tsx'

const side = part('side')

export function Explore() {
  const changed = changeFrom.value !== null
  return (
    <main class="explore">
      <div class={`explore-body shows-${side.value}`}>
        {changed ? <ChangePanel /> : <Panel />}
        {changed ? <ChangeTable /> : <TableSection />}
        <MapSection />
      </div>
      <LinesDialog />
    </main>
  )
}

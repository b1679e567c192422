import { go, view } from '../state/store.ts'

/** Map or table in the wide screen's left column; small screens show both, one after the other. */
export function SideTabs() {
  return (
    <fieldset class="side-tabs">
      <legend class="hidden">Show as</legend>
      {(['map', 'table'] as const).map((side) => (
        <button key={side} type="button" aria-pressed={view.value.side === side} onClick={() => go({ side })}>
          {side === 'map' ? 'Map' : 'Table'}
        </button>
      ))}
    </fieldset>
  )
}

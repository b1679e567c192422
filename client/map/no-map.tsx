import { go } from '../state/store.ts'

/** In the map's place where the browser cannot draw it. */
export function NoMap() {
  return (
    <div class="no-map" role="note">
      <p>
        <strong>This browser cannot draw the map (it has no WebGL).</strong>
      </p>
      <p>
        Nothing is lost: every place and figure of the map is in the table, and places are chosen there or by
        name.
      </p>
      <button type="button" class="button" onClick={() => go({ side: 'table' })}>
        Show the table
      </button>
    </div>
  )
}

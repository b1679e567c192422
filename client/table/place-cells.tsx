import type { ComponentChildren } from 'preact'
import { chooseByName } from '../map/found.ts'
import { tick, ticked } from '../state/members.ts'

interface Place {
  code: string
  name: string
}

export const TickHead = () => (
  <th scope="col" class="tick">
    <span class="hidden">Together</span>
  </th>
)

/** The first cells of a place's row: ticked into the places on screen, and its name, which chooses it alone; `mark` stands by the name. */
export function PlaceCells({ code, name, stop, mark }: Place & { stop: boolean; mark?: ComponentChildren }) {
  const on = ticked.value.has(code)
  return (
    <>
      <td class="tick">
        <input
          type="checkbox"
          checked={on}
          tabIndex={stop ? 0 : -1}
          aria-label={`Count ${name} in the places together`}
          onChange={() => tick(code)}
        />
      </td>
      <th scope="row">
        <button
          type="button"
          class="door"
          tabIndex={-1}
          aria-current={on ? 'true' : undefined}
          onClick={() => chooseByName(code)}
        >
          {name}
        </button>
        {mark}
      </th>
    </>
  )
}

/** The cell that takes a place away from those together. */
export const AwayCell = ({ code, name }: Place) => (
  <td class="away">
    <button type="button" class="remove" aria-label={`Take away ${name}`} onClick={() => tick(code)}>
      ×
    </button>
  </td>
)

import { chooseByName } from '../map/found.ts'

/** A place's name that chooses it. */
export function PlaceButton({ code, name }: { code: string; name: string }) {
  return (
    <button type="button" class="door" onClick={() => chooseByName(code)}>
      {name}
    </button>
  )
}

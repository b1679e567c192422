import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { ownChoices, wantSets } from '../sets/library.ts'
import { opened } from '../state/count.ts'
import { view } from '../state/store.ts'
import { because, type Choice, choices, matching } from './match.ts'

/** A list of places, regions and sets that narrows as one types. */
export function PlaceSearch({ onChoose }: { onChoose: (choice: Choice) => void }) {
  const own = useId()
  const typed = useSignal('')
  const at = useSignal(0)
  const input = useRef<HTMLInputElement>(null)
  const listbox = useRef<HTMLDivElement>(null)
  const all = useComputed(() => [...choices(opened.answer.value!), ...ownChoices.value])
  const found = useComputed(() => matching(all.value, typed.value))

  useEffect(wantSets, [])
  useLayoutEffect(() => input.current?.focus(), [])
  useEffect(() => {
    listbox.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at.value, typed.value])

  const move = (to: number) => {
    at.value = Math.max(0, Math.min(found.value.length - 1, to))
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(at.value + 1),
    ArrowUp: () => move(at.value - 1),
    PageDown: () => move(at.value + 8),
    PageUp: () => move(at.value - 8),
    Enter: () => {
      const choice = found.value[at.value]
      if (choice) onChoose(choice)
    },
  }

  return (
    <div class="place-search">
      <label for={own}>Council, district, region, other name or code</label>
      <input
        id={own}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        aria-expanded="true"
        aria-controls={`${own}-options`}
        aria-autocomplete="list"
        aria-activedescendant={found.value.length > 0 ? `${own}-${at.value}` : undefined}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
          at.value = 0
        }}
        onKeyDown={(event) => {
          const act = keys[event.key]
          if (!act) return
          event.preventDefault()
          act()
        }}
      />
      {found.value.length === 0 ? (
        <p class="nothing" role="status">
          Nothing of that name in England. Try a council, a county, a district, a region or a code.
        </p>
      ) : (
        <div id={`${own}-options`} class="options" role="listbox" aria-label="Places" ref={listbox}>
          {found.value.map((choice, i) => {
            const why = because(choice, typed.value)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above carries the keys
              <div
                key={choice.id}
                id={`${own}-${i}`}
                role="option"
                aria-selected={i === at.value}
                class={`option${view.value.places.includes(choice.id) ? ' current' : ''}`}
                tabIndex={-1}
                onClick={() => onChoose(choice)}
              >
                <span>{choice.name}</span>
                <small>{why ? `also ${why}` : choice.group === 'Places' ? '' : choice.group}</small>
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}

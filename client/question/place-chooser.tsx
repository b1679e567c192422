import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { opened } from '../state/count.ts'
import { go, view } from '../state/store.ts'
import { Chooser } from './chooser.tsx'
import { because, choices, matching } from './match.ts'

/** Finds a place, region or set by name, alias or code; complete by keyboard. */
export function PlaceChooser({ word }: { word: string }) {
  return (
    <Chooser label="Place" word={word} icon>
      {(close) => <PlaceSearch close={close} />}
    </Chooser>
  )
}

function PlaceSearch({ close }: { close: () => void }) {
  const typed = useSignal('')
  const at = useSignal(0)
  const input = useRef<HTMLInputElement>(null)
  const listbox = useRef<HTMLDivElement>(null)
  const all = useComputed(() => choices(opened.answer.value!))
  const found = useComputed(() => matching(all.value, typed.value))

  useLayoutEffect(() => input.current?.focus(), [])
  useEffect(() => {
    listbox.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at.value, typed.value])

  const choose = (id: string) => {
    go({ place: id, lines: null })
    close()
  }
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
      if (choice) choose(choice.id)
    },
  }

  return (
    <div class="place-search">
      <label for="place-search">Place, region, alias or code</label>
      <input
        id="place-search"
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        aria-expanded="true"
        aria-controls="place-options"
        aria-autocomplete="list"
        aria-activedescendant={found.value.length > 0 ? `place-option-${at.value}` : undefined}
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
          No place of that name. Districts are counted inside their county: try the county.
        </p>
      ) : (
        <div id="place-options" class="options" role="listbox" aria-label="Places" ref={listbox}>
          {found.value.map((choice, i) => {
            const why = because(choice, typed.value)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above carries the keys
              <div
                key={choice.id}
                id={`place-option-${i}`}
                role="option"
                aria-selected={i === at.value}
                class={`option${choice.id === view.value.place ? ' current' : ''}`}
                tabIndex={-1}
                onClick={() => choose(choice.id)}
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

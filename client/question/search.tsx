import { useSignal } from '@preact/signals'
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { because, type Choice, matching } from './match.ts'

interface Props {
  /** What may be typed. */
  label: string
  /** What the list holds: Places, Agencies. */
  of: string
  all: readonly Choice[]
  current: (id: string) => boolean
  /** Said where nothing fits. */
  nothing: string
  onChoose: (choice: Choice) => void
}

/** A list that narrows as one types, complete by keyboard. */
export function Search({ label, of, all, current, nothing, onChoose }: Props) {
  const own = useId()
  const typed = useSignal('')
  const at = useSignal(0)
  const input = useRef<HTMLInputElement>(null)
  const listbox = useRef<HTMLDivElement>(null)
  const found = useMemo(() => matching(all, typed.value), [all, typed.value])

  useLayoutEffect(() => input.current?.focus(), [])
  useEffect(() => {
    listbox.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at.value, typed.value])

  const move = (to: number) => {
    at.value = Math.max(0, Math.min(found.length - 1, to))
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(at.value + 1),
    ArrowUp: () => move(at.value - 1),
    PageDown: () => move(at.value + 8),
    PageUp: () => move(at.value - 8),
    Enter: () => {
      const choice = found[at.value]
      if (choice) onChoose(choice)
    },
  }

  return (
    <div class="place-search">
      <label for={own}>{label}</label>
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
        aria-activedescendant={found.length > 0 ? `${own}-${at.value}` : undefined}
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
      {found.length === 0 ? (
        <p class="nothing" role="status">
          {nothing}
        </p>
      ) : (
        <div id={`${own}-options`} class="options" role="listbox" aria-label={of} ref={listbox}>
          {found.map((choice, i) => {
            const why = because(choice, typed.value)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above carries the keys
              <div
                key={choice.id}
                id={`${own}-${i}`}
                role="option"
                aria-selected={i === at.value}
                class={`option${current(choice.id) ? ' current' : ''}`}
                tabIndex={-1}
                onClick={() => onChoose(choice)}
              >
                <span>{choice.name}</span>
                <small>{why ? `also ${why}` : choice.group === of ? '' : choice.group}</small>
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}

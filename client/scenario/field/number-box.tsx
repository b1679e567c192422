import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { replaced, settle } from '../state/document.ts'
import { told } from './field.tsx'
import { readNumber, writeNumber } from './read-number.ts'

interface Props {
  id: string
  value: number | undefined
  set: (value: number | undefined) => void
  why?: string | undefined
  wrong?: readonly string[]
  label?: string
  whole?: boolean | undefined
  /** A number that is a name, not an amount: no thousands apart. */
  name?: boolean | undefined
  onFocus?: () => void
}

/** A number typed as people write it (£2m, 40%); what is no number says so and is not kept. */
export function NumberBox({ id, value, set, why, wrong = [], label, whole, name, onFocus }: Props) {
  const typed = useSignal<string | null>(null)
  const bad = useSignal(false)
  const input = useRef<HTMLInputElement>(null)
  const forget = () => {
    typed.value = null
    bad.value = false
  }
  useEffect(() => {
    // A slider or another field may change the number after it was typed here.
    if (typed.value !== null && document.activeElement !== input.current) forget()
  }, [value])
  useEffect(forget, [replaced.value])
  const all = bad.value ? [...wrong, `“${typed.value}” is not a number`] : wrong
  return (
    <>
      <input
        ref={input}
        {...told(id, why, all)}
        {...(label ? { 'aria-label': label } : {})}
        class="number-box"
        type="text"
        inputMode={whole ? 'numeric' : 'decimal'}
        autocomplete="off"
        maxLength={24}
        {...(onFocus ? { onFocus } : {})}
        value={typed.value ?? writeNumber(value, name)}
        onInput={(event) => {
          typed.value = event.currentTarget.value
          const read = readNumber(event.currentTarget.value)
          bad.value = read === null
          const kept = read === null ? undefined : whole && read !== undefined ? Math.round(read) : read
          set(kept)
        }}
        onBlur={() => {
          if (!bad.value) typed.value = null
          settle()
        }}
      />
      {bad.value && <p class="field-wrong">{`“${typed.value}” is not a number`}</p>}
    </>
  )
}

import type { ComponentChildren } from 'preact'
import { isMissing } from '../state/fault-words.ts'

interface Props {
  id: string
  label: string
  /** Where the label is already given by a heading of a row or column. */
  quiet?: boolean | undefined
  unit?: string | undefined
  /** Why it is asked, in a few words. */
  why?: string | undefined
  wrong?: readonly string[] | undefined
  wide?: boolean | undefined
  children: ComponentChildren
}

/** A field with its name, its unit, why it is asked and what is wrong with it. */
export function Field({ id, label, quiet, unit, why, wrong = [], wide, children }: Props) {
  return (
    <div class={`field${wide ? ' wide' : ''}${wrong.length > 0 ? ' wrong' : ''}`}>
      <label for={id} class={quiet ? 'hidden' : 'field-label'}>
        {label}
        {unit && <span class="field-unit">, {unit}</span>}
      </label>
      {why && (
        <p class="field-why" id={`${id}-why`}>
          {why}
        </p>
      )}
      {children}
      <Wrong id={id} wrong={wrong} label={label} atField />
    </div>
  )
}

interface WrongProps {
  id: string
  wrong: readonly string[]
  /** What it is about; said aloud only, where it stands at its own field. */
  label: string
  atField?: boolean
}

/** What is wrong, or still to be given, where it stands. */
export function Wrong({ id, wrong, label, atField = false }: WrongProps) {
  if (wrong.length === 0) return null
  return (
    <p class={`field-wrong${wrong.every(isMissing) ? ' missing' : ''}`} id={`${id}-wrong`}>
      {wrong.map((message) => (
        <span key={message}>
          <span class={atField ? 'hidden' : ''}>{label} </span>
          {message}
        </span>
      ))}
    </p>
  )
}

/** Attributes that tie a control to its why and its faults. */
export const told = (id: string, why: string | undefined, wrong: readonly string[]) => {
  const by = [why ? `${id}-why` : '', wrong.length > 0 ? `${id}-wrong` : ''].filter(Boolean).join(' ')
  return {
    id,
    ...(by ? { 'aria-describedby': by } : {}),
    ...(wrong.some((message) => !isMissing(message)) ? { 'aria-invalid': true as const } : {}),
  }
}

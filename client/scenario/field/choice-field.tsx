import type { Path } from '../state/change.ts'
import { settle } from '../state/document.ts'
import { bound } from './bound.ts'
import { Field, told } from './field.tsx'

export interface Option {
  value: string
  text: string
}

interface Props {
  path: Path
  label: string
  options: readonly Option[]
  why?: string
  /** What nothing chosen is called, where nothing may be chosen. */
  none?: string
}

export function ChoiceField({ path, label, options, why, none }: Props) {
  const field = bound<string>(path, label.toLowerCase())
  const unknown = field.value !== undefined && !options.some(({ value }) => value === field.value)
  return (
    <Field id={field.id} {...{ label, why }} wrong={field.wrong} wide>
      <select
        {...told(field.id, why, field.wrong)}
        value={field.value ?? ''}
        onChange={(event) => {
          field.set(event.currentTarget.value === '' ? undefined : event.currentTarget.value)
          settle()
        }}
      >
        {(none !== undefined || field.value === undefined) && <option value="">{none ?? 'Choose'}</option>}
        {unknown && <option value={field.value}>{field.value}</option>}
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** A yes or no of the document. */
export function TickField({ path, label, why }: { path: Path; label: string; why?: string }) {
  const field = bound<boolean>(path, label.toLowerCase())
  return (
    <div class="tick-field">
      <input
        type="checkbox"
        {...told(field.id, why, field.wrong)}
        checked={field.value === true}
        onChange={(event) => {
          field.set(event.currentTarget.checked ? true : undefined)
          settle()
        }}
      />
      <label for={field.id}>{label}</label>
      {why && (
        <p class="field-why" id={`${field.id}-why`}>
          {why}
        </p>
      )}
    </div>
  )
}

import type { Path } from '../state/change.ts'
import { settle } from '../state/document.ts'
import { bound } from './bound.ts'
import { Field, told } from './field.tsx'

interface Props {
  path: Path
  label: string
  why?: string
  /** More than a line of it. */
  long?: boolean
  most?: number
}

export function TextField({ path, label, why, long, most = 200 }: Props) {
  const field = bound<string>(path, label.toLowerCase())
  const shared = {
    ...told(field.id, why, field.wrong),
    value: field.value ?? '',
    maxLength: most,
    onBlur: settle,
    onInput: (event: { currentTarget: { value: string } }) => field.set(event.currentTarget.value),
  }
  return (
    <Field id={field.id} {...{ label, why }} wrong={field.wrong} wide>
      {long ? <textarea rows={2} {...shared} /> : <input type="text" autocomplete="off" {...shared} />}
    </Field>
  )
}

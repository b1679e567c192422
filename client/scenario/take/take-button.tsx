import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { ApiError, postForFile } from '../../api.ts'
import { announce } from '../../frame/announcer.tsx'
import { handOver } from './hand-over.ts'

interface Props {
  /** What is made, as it is announced: Workbook. */
  name: string
  address: string
  /** What it is made of, when the button is pressed. */
  body: () => unknown
  label?: string
  children: ComponentChildren
}

/** Has the server make a file of what is on screen and hands it over; says what stands in the way. */
export function TakeButton({ name, address, body, label, children }: Props) {
  const busy = useSignal(false)
  const wrong = useSignal<ApiError | null>(null)
  const take = async () => {
    if (busy.value) return
    busy.value = true
    wrong.value = null
    try {
      const file = await postForFile(address, body())
      handOver(file.name, file.content)
      announce(`${name} is ready: ${file.name}`)
    } catch (error) {
      wrong.value = error instanceof ApiError ? error : new ApiError('problem', 'It could not be made.')
    }
    busy.value = false
  }
  return (
    <span class="take">
      <button type="button" class="take-button" aria-busy={busy.value} aria-label={label} onClick={take}>
        {children}
      </button>
      {busy.value && <span class="note"> making it</span>}
      {wrong.value && (
        <span class="field-wrong" role="alert">
          {wrong.value.message}
          {wrong.value.faults.length > 0 && ' What is still to be put right is listed with the steps.'}
        </span>
      )}
    </span>
  )
}

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { startNew } from '../keep/keeping.ts'
import { asDraft } from '../state/draft.ts'

const LARGEST = 200_000

/** Reads a scenario document from a file of the reader's; what it lacks is told as faults on the form. */
export function ImportButton({ start }: { start: (begin: () => void) => void }) {
  const id = useId()
  const wrong = useSignal('')
  const read = async (file: File | undefined) => {
    wrong.value = ''
    if (!file) return
    if (file.size > LARGEST) {
      wrong.value = `${file.name} is too large for a scenario: at most 200 kB.`
      return
    }
    try {
      const document = asDraft(JSON.parse(await file.text()))
      if (document) start(() => startNew(document))
      else
        wrong.value = `${file.name} is no scenario document of version 2, which is what this product reads.`
    } catch {
      wrong.value = `${file.name} is not JSON. Export a scenario here to see what one looks like.`
    }
  }
  return (
    <>
      <label class="button" for={id}>
        Import a file
      </label>
      <input
        id={id}
        class="hidden"
        type="file"
        accept="application/json,.json"
        onChange={(event) => {
          const input = event.currentTarget
          void read(input.files?.[0]).finally(() => {
            input.value = ''
          })
        }}
      />
      {wrong.value && (
        <p class="field-wrong" role="alert">
          {wrong.value}
        </p>
      )}
    </>
  )
}

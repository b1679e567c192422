import { useSignal } from '@preact/signals'
import { announce } from '../../frame/announcer.tsx'
import { go } from '../../state/store.ts'
import { forgetChange } from '../map/draft.ts'
import { said } from '../state/said.ts'
import { clearIntake } from '../state/server.ts'

/** Takes the files and what was found of them away, after asking. */
export function Clear({ intake }: { intake: string }) {
  const asking = useSignal(false)
  const wrong = useSignal('')
  const clear = async () => {
    try {
      await clearIntake(intake)
      forgetChange()
      go({ intake: null, step: 'bring' })
      announce('The files are cleared away.')
    } catch (error) {
      wrong.value = said(error, 'They could not be cleared away.')
    }
  }
  if (!asking.value)
    return (
      <button
        type="button"
        class="button"
        onClick={() => {
          asking.value = true
        }}
      >
        Clear these files away
      </button>
    )
  return (
    <span class="ask">
      <span>The files and their check are deleted here; counts published from them stay.</span>
      <button type="button" class="button" onClick={clear}>
        Delete them
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          asking.value = false
        }}
      >
        Keep them
      </button>
      {wrong.value && <span class="field-wrong">{wrong.value}</span>}
    </span>
  )
}

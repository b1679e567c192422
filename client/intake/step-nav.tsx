import { STEPS, type Step } from '../state/state.ts'
import { go, href, part } from '../state/store.ts'
import { intake } from './state/intake.ts'
import { STEP_WORDS } from './step-words.ts'

const step = part('step')

/** The steps, in turn; those that need a file are led to once there is one. */
export function StepNav() {
  const brought = (intake.value?.files.length ?? 0) > 0
  const open = (one: Step) => one === 'bring' || one === 'counts' || brought
  return (
    <nav class="step-nav" aria-label="Steps">
      <ol>
        {STEPS.map((one, at) => {
          const words = one === 'counts' ? STEP_WORDS[one].tab : `${at + 1} ${STEP_WORDS[one].tab}`
          return (
            <li key={one} class={one === 'counts' ? 'apart' : undefined}>
              {open(one) ? (
                <a
                  href={href({ step: one })}
                  aria-current={step.value === one ? 'step' : undefined}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return
                    event.preventDefault()
                    go({ step: one })
                  }}
                >
                  {words}
                </a>
              ) : (
                <span>
                  {words}
                  <span class="hidden">, once there is a file</span>
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

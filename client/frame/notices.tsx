import { computed } from '@preact/signals'
import { serverAway } from '../api.ts'
import { changeFault } from '../change/asked.ts'
import { changedEverywhere, changedHere } from '../change/changed.ts'
import { everyYear } from '../change/years.ts'
import { answer } from '../state/answer.ts'
import { areas } from '../state/areas.ts'
import { settled } from '../state/asked.ts'
import { customBreaks } from '../state/breaks.ts'
import { count, opened, servedInstead } from '../state/count.ts'
import { go, linkFaults } from '../state/store.ts'

const resources = [opened, answer, areas, customBreaks, changedEverywhere, changedHere, everyYear]
const fault = computed(() => resources.map((r) => r.fault.value).find((f) => f !== null) ?? null)
const told = computed(() => [
  ...linkFaults.value,
  ...(settled.value?.faults ?? []),
  ...(changeFault.value ? [changeFault.value] : []),
])

const retry = () => {
  for (const r of resources) if (r.fault.value) r.retry()
}

/** What went wrong, to what, and what to do; above everything it concerns. */
export function Notices() {
  const problem = fault.value
  const away = problem?.kind === 'away' || (problem !== null && serverAway.value)
  return (
    <div class="notices">
      {problem && (
        <div class="notice wrong" role="alert">
          <p>
            <strong>{problem.message}</strong>{' '}
            {away
              ? opened.answer.value
                ? 'What is on screen is the last answer. We ask again every few seconds.'
                : 'We ask again every few seconds.'
              : 'What is on screen is the last answer.'}
          </p>
          {problem.faults.length > 0 && (
            <ul>
              {problem.faults.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          <button type="button" class="button" onClick={retry}>
            Ask again now
          </button>
        </div>
      )}
      <EarlierCount />
      {told.value.length > 0 && (
        <div class="notice" role="status">
          {told.value.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
    </div>
  )
}

/** Says that the link names another count than the one that is served, and leads to that one. */
function EarlierCount() {
  const shown = count.value?.count
  if (!servedInstead.value || !shown) return null
  return (
    <div class="notice" role="status">
      <p>
        <strong>These are the figures of another count than the one that is served now:</strong> {shown.title}
        , <code>{shown.hash.slice(0, 12)}</code>, as the link says.
      </p>
      <button type="button" class="button" onClick={() => go({ pinned: null })}>
        Show the count that is served
      </button>
    </div>
  )
}

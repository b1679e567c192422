import type { Resource } from '../state/resource.ts'

/** What went wrong with a question, and asking it again; nothing where nothing did. */
export function Fault({ of }: { of: Pick<Resource<unknown>, 'fault' | 'retry'> }) {
  const fault = of.fault.value
  if (!fault) return null
  return (
    <p class="notice wrong" role="alert">
      {fault.message} {fault.faults.join(' ')}{' '}
      <button type="button" class="button" onClick={of.retry}>
        Ask again
      </button>
    </p>
  )
}

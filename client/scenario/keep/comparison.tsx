import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { ApiError } from '../../api.ts'
import { go, view } from '../../state/store.ts'
import { partnerName } from '../build/partner-name.ts'
import { scenarioDocument } from '../state/document.ts'
import { asDraft, type Draft } from '../state/draft.ts'
import { evaluate, result } from '../state/result.ts'
import { DifferenceTable } from './difference-table.tsx'
import { kept } from './keeping.ts'
import { type LibraryVersion, readVersion } from './library.ts'
import { MovedTable } from './moved-table.tsx'
import { movedBetween, type Worked, workedOf } from './worked.ts'

/** What is on screen beside a saved version of it or of another scenario: inputs first, then results, worked out alike. */
export function Comparison() {
  const against = view.value.against
  const other = useSignal<{ version: LibraryVersion; worked: Worked | null } | null>(null)
  const wrong = useSignal('')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus()
    title.current?.scrollIntoView({ block: 'nearest' })
  }, [against])
  useEffect(() => {
    other.value = null
    wrong.value = ''
    if (!against) return
    const [id, number] = against.split('@') as [string, string]
    const stopper = new AbortController()
    readVersion(id, Number(number), stopper.signal)
      .then(async (version) => {
        const reply = await evaluate(version.document, stopper.signal).catch((error: unknown) => {
          if (error instanceof ApiError && error.status === 422) return null
          throw error
        })
        if (!stopper.signal.aborted) other.value = { version, worked: reply && workedOf(reply) }
      })
      .catch((error: unknown) => {
        if (!stopper.signal.aborted)
          wrong.value = error instanceof ApiError ? error.message : 'The version could not be read.'
      })
    return () => stopper.abort()
  }, [against])
  if (!against) return null
  const on = kept.value
  const found = other.value
  const theirs = found && asDraft(found.version.document)
  const own = scenarioDocument.value
  const same = found !== null && found.version.id === on?.version?.id
  const names = found
    ? ([
        same ? `Version ${found.version.version}` : `${found.version.name}, version ${found.version.version}`,
        'On screen',
      ] as const)
    : null
  return (
    <section class="card comparison" aria-labelledby="comparison-title" aria-busy={!found && !wrong.value}>
      <div class="item-head">
        <h2 id="comparison-title" ref={title} tabIndex={-1}>
          {names ? `${names[0]} compared with what is on screen` : 'Comparison'}
        </h2>
        <button type="button" class="button" onClick={() => go({ against: null })}>
          Close the comparison
        </button>
      </div>
      {wrong.value && <p class="field-wrong">{wrong.value}</p>}
      {found && !theirs && (
        <p>The other is no scenario document of this version, so the inputs cannot be compared.</p>
      )}
      {names && theirs && own && (
        <>
          <h3>What changed in the inputs</h3>
          <DifferenceTable before={theirs} after={own} names={names} />
          <h3>What changed in the results</h3>
          <Results worked={found!.worked} theirs={theirs} own={own} names={names} />
        </>
      )}
    </section>
  )
}

interface ResultsProps {
  worked: Worked | null
  theirs: Draft
  own: Draft
  names: readonly [string, string]
}

function Results({ worked, theirs, own, names }: ResultsProps) {
  const now = result.value
  if (!worked || !now)
    return <p>{worked ? names[1] : names[0]} cannot be worked out yet, so there are no results to compare.</p>
  const name = (id: string) =>
    own.partners.some((one) => one.id === id) ? partnerName(own, id) : partnerName(theirs, id)
  const base = worked.priceBase !== now.priceBase
  return (
    <>
      {base && (
        <p class="note">
          The two are in prices of different years ({worked.priceBase} and {now.priceBase}): the figures are
          not comparable as they stand.
        </p>
      )}
      <MovedTable moved={movedBetween(worked, workedOf(now), name)} names={names} />
    </>
  )
}

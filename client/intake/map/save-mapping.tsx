import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { announce } from '../../frame/announcer.tsx'
import { said } from '../state/said.ts'
import { keepMapping, saveMapping } from '../state/server.ts'
import { type Mapping, sameReading } from './mapping.ts'
import { savedChanged, savedMappings } from './saved.ts'

/** Keeps the mapping under a name, so that the next file of the kind is read by it. */
export function SaveMapping({ mapping, ready }: { mapping: Mapping; ready: boolean }) {
  const id = useId()
  const name = useSignal('')
  const told = useSignal('')
  const wrong = useSignal('')
  const saved = savedMappings.answer.value
  if (saved === null)
    return savedMappings.busy.value || savedMappings.fault.value ? null : (
      <p class="note">This server keeps no library: a mapping cannot be remembered here.</p>
    )
  const same = saved.find((one) => sameReading(one.mapping, mapping))
  const named = saved.find((one) => one.name === name.value.trim())
  const keep = async (event: Event) => {
    event.preventDefault()
    const chosen = name.value.trim()
    wrong.value = ''
    told.value = ''
    if (chosen === '') {
      wrong.value = 'A name is needed to find it by.'
      return
    }
    try {
      if (named) await saveMapping(named.id, named.version, mapping)
      else await keepMapping(chosen, mapping)
      told.value = `Remembered as “${chosen}”. Files with the same columns are offered to be read so.`
      announce(told.value)
      savedChanged()
    } catch (error) {
      wrong.value = said(error, 'It could not be remembered.')
    }
  }
  return (
    <section class="card part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Remember this mapping</h3>
      {same && !told.value ? (
        <p>
          It is remembered as <strong>{same.name}</strong>: next month's file is offered to be read so.
        </p>
      ) : (
        <p class="note">Next month's file with the same columns is then read the same way in one press.</p>
      )}
      {(!same || told.value) && (
        <form class="inline-form" onSubmit={keep} noValidate>
          <label for={id}>Remember it as</label>
          <input
            id={id}
            type="text"
            maxLength={120}
            autocomplete="off"
            value={name.value}
            aria-invalid={wrong.value !== ''}
            onInput={(event) => {
              name.value = event.currentTarget.value
            }}
          />
          <button type="submit" class="button" disabled={!ready}>
            {named ? `Save over ${named.name}` : 'Remember'}
          </button>
        </form>
      )}
      {!ready && <p class="note">It can be remembered once nothing more is needed.</p>}
      {told.value && <p>{told.value}</p>}
      {wrong.value && (
        <p class="field-wrong" role="alert">
          {wrong.value}
        </p>
      )}
    </section>
  )
}

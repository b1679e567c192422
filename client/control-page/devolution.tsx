import type { Count } from '../api-types.ts'
import type { Answer } from '../state/answer.ts'
import { moves } from '../state/definition.ts'
import { go } from '../state/store.ts'
import { Builder } from './builder.tsx'
import { devolved } from './devolved.ts'
import { DevolvedEffect } from './devolved-effect.tsx'
import { DevolvedPlaces } from './devolved-places.tsx'
import { moveEffects } from './effects.ts'
import { devolutionPresets } from './presets.ts'
import { PresetsList } from './presets-list.tsx'
import { RuleList } from './rule-list.tsx'

const change = (moves: string) => go({ moves })

/** What if these lines were devolved: moves from one class to another, and what they do to every place. */
export function Devolution({ shown, count }: { shown: Answer; count: Count }) {
  const text = moves.value
  const known = moveEffects.answer.value
  const result = devolved.answer.value
  const fault = devolved.fault.value
  return (
    <section class="card devolution" aria-labelledby="devolution-title" aria-busy={devolved.busy.value}>
      <h2 id="devolution-title">What devolving would change</h2>
      <p class="note">
        Moves say what would be controlled otherwise: a settlement, a single pot, a ring-fence lifted. They
        are your assumption, not a forecast and not the policy of anyone. They are read after the definition
        above, and change only who controls the money.
      </p>
      <RuleList
        count={count}
        label="What would be devolved"
        text={text}
        effects={known?.rules === text ? known.effects : null}
        onChange={change}
      />
      <PresetsList
        presets={devolutionPresets(count)}
        legend="Your assumption, in plain words"
        text={text}
        onChange={change}
      />
      <Builder count={count} text={text} onChange={change} />
      {fault && text !== '' && (
        <p class="notice wrong" role="alert">
          The what-if did not come: {fault.message} {fault.faults.join(' ')}{' '}
          <button type="button" class="button small" onClick={devolved.retry}>
            Ask again
          </button>
        </p>
      )}
      {text === '' ? (
        <p class="nothing">Nothing is devolved yet: add a move above to see every place before and after.</p>
      ) : result ? (
        <div class={devolved.busy.value ? 'dimmed' : undefined}>
          <DevolvedEffect shown={shown} result={result} />
          <DevolvedPlaces result={result} />
        </div>
      ) : (
        !fault && <p class="nothing">Working it out for every place.</p>
      )}
    </section>
  )
}

import { wrongAt } from '../field/bound.ts'
import { Wrong } from '../field/field.tsx'
import { SourceBox } from '../field/source-box.tsx'
import { TextField } from '../field/text-field.tsx'
import { append, without } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft } from '../state/draft.ts'
import { BiasField } from './bias-field.tsx'
import { chainInWords } from './chain.ts'
import { EffectFields } from './effect-fields.tsx'
import { newOutcome } from './outcome-start.ts'
import { UnitValue } from './unit-value.tsx'

export function ChangesStep({ document }: { document: Draft }) {
  return (
    <>
      {document.outcomes.map((outcome, at) => {
        const name = outcome.name || `outcome ${at + 1}`
        const path = ['outcomes', at]
        return (
          <fieldset class="item" key={outcome.id ?? at}>
            <legend class="hidden">{name}</legend>
            <div class="named">
              <TextField path={[...path, 'name']} label="What changes" />
              <button
                type="button"
                class="button small"
                onClick={() => edit((now) => without(now, ['outcomes'], at), `${name} taken out`)}
              >
                Remove<span class="hidden"> {name}</span>
              </button>
            </div>
            <p class="chain">{chainInWords(outcome)}</p>
            <EffectFields path={[...path, 'effect']} effect={outcome.effect} places={document.places} />
            <UnitValue path={path} outcome={outcome} document={document} />
            <BiasField path={[...path, 'optimismBias']} of="benefits" />
            <SourceBox path={[...path, 'provenance']} of={name} />
          </fieldset>
        )
      })}
      <Wrong id="f-outcomes" wrong={wrongAt(['outcomes'])} label="The list of outcomes" />
      <p class="acts">
        <button
          type="button"
          class="button"
          onClick={() => edit((now) => append(now, ['outcomes'], newOutcome(now)), 'an outcome added')}
        >
          Add an outcome
        </button>
      </p>
    </>
  )
}

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { Count } from '../api-types.ts'
import { ClassTable } from '../control/class-table.tsx'
import { type Answer, classesOf, local } from '../state/answer.ts'
import { recordedOnly } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { go, view } from '../state/store.ts'
import { Builder } from './builder.tsx'
import { MOST_NAME, nameOf } from './edits.ts'
import { ruleEffects } from './effects.ts'
import { definitionPresets } from './presets.ts'
import { PresetsList } from './presets-list.tsx'
import { RuleList } from './rule-list.tsx'

const change = (rules: string) => go({ rules })

/** The definition on screen, to be changed: its start, its classes, its rules and its name. */
export function Editor({ shown, count }: { shown: Answer; count: Count }) {
  const own = useId()
  const chosen = definition.value!
  const amounts = classesOf(shown.control)
  const partial = recordedOnly(count, shown.asked.year)
  const typed = useSignal(view.value.named)
  const known = ruleEffects.answer.value
  const { named } = view.value
  const { rules } = chosen
  if (nameOf(typed.value) !== named) typed.value = named
  return (
    <section class="card editor" aria-labelledby="editor-title">
      <h2 id="editor-title">What counts as local</h2>
      <p class="start-from">
        <label for={`${own}-start`}>Start from</label>
        <select
          id={`${own}-start`}
          value={chosen.own ? '' : chosen.id}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (value !== '') go({ definition: value, rules: '', named: '' })
          }}
        >
          {chosen.own && <option value="">your own, as below</option>}
          {count.definitions.map(({ id, name }) => (
            <option key={id} value={id} selected={!chosen.own && id === chosen.id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p class="start-from">
        <label for={`${own}-name`}>Its name, as exports print it</label>
        <input
          id={`${own}-name`}
          type="text"
          maxLength={MOST_NAME}
          autocomplete="off"
          placeholder={chosen.own && named === '' ? chosen.name : ''}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
            go({ named: nameOf(typed.value) }, true)
          }}
        />
      </p>
      <h3>Classes</h3>
      {amounts ? (
        <ClassTable
          amounts={amounts}
          total={partial ? 0 : (local.value.denominator ?? 0)}
          classes={count.classes}
          chosen={chosen}
        />
      ) : (
        <p class="note">Nothing is counted here, so no class has a figure.</p>
      )}
      <h3>Rules of your own</h3>
      <p class="note">
        {rules === ''
          ? 'None: every line has the class that the count gives it. A rule sends lines to another class.'
          : 'Tried in this order before the count’s own: the first that fits a line gives its class.'}
      </p>
      <RuleList
        count={count}
        label="Rules of your own"
        text={rules}
        effects={known?.rules === rules ? known.effects : null}
        onChange={change}
      />
      <PresetsList
        presets={definitionPresets(count)}
        legend="Ready-made changes"
        text={rules}
        onChange={change}
      />
      <Builder count={count} text={rules} onChange={change} />
    </section>
  )
}

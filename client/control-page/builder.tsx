import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { Count } from '../api-types.ts'
import { classInWords, FINANCE, ruleInWords, shippedInWords } from '../control/rule-words.ts'
import { announce } from '../frame/announcer.tsx'
import { MOST_RULES } from '../state/rules.ts'
import { ECONOMIC, upperFirst } from '../words.ts'
import { added, type Draft, EMPTY, ruleOf } from './edits.ts'
import { FunctionOptions } from './function-options.tsx'

interface Props {
  count: Count
  text: string
  onChange: (text: string) => void
}

type Field = Exclude<keyof Draft, 'class'>

/** A rule built from choosers: what a line must be, and the class that it takes. */
export function Builder({ count, text, onChange }: Props) {
  const own = useId()
  const draft = useSignal<Draft>(EMPTY)
  const { sector } = draft.value
  const rule = ruleOf(draft.value)
  const next = rule && added(text, [rule])
  const set = (patch: Partial<Draft>) => {
    draft.value = { ...draft.value, ...patch }
  }
  const field = (name: Field, label: string, any: string, options: preact.ComponentChildren) => (
    <p class="build-field">
      <label for={`${own}-${name}`}>{label}</label>
      <select
        id={`${own}-${name}`}
        value={draft.value[name]}
        onChange={(event) => {
          const value = event.currentTarget.value
          set(name === 'sector' ? { sector: value, agency: '' } : { [name]: value })
        }}
      >
        <option value="">{any}</option>
        {options}
      </select>
    </p>
  )
  const agencies = count.agencies.filter((one) => sector === '' || one.sector === sector)
  return (
    <details class="builder">
      <summary>Build another</summary>
      <p class="note">A line has to meet everything chosen. What is left at “any” is not asked.</p>
      <div class="build">
        {field(
          'rule',
          'Classed by the rule',
          'any rule',
          [...count.control_rules]
            .sort((a, b) => a.position - b.position)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {upperFirst(shippedInWords(count, one))}
              </option>
            )),
        )}
        {field(
          'sector',
          'Kind of agency',
          'any kind',
          options(count.sectors.map(({ id, name }) => [id, name])),
        )}
        {field('agency', 'Agency', 'any agency', options(agencies.map(({ id, name }) => [id, name])))}
        {field('function', 'Function', 'any function', <FunctionOptions count={count} />)}
        {field('economic', 'Kind of spending', 'any kind of spending', options(Object.entries(ECONOMIC)))}
        {field('finance', 'How it is paid for', 'any way', options(Object.entries(FINANCE)))}
        {field(
          'was',
          'In the class',
          'any class',
          options(count.classes.map((one) => [String(one.class), classInWords(count, one.class)])),
        )}
        <p class="build-field">
          <label for={`${own}-class`}>Goes to</label>
          <select
            id={`${own}-class`}
            value={String(draft.value.class)}
            onChange={(event) => set({ class: Number(event.currentTarget.value) })}
          >
            {options(count.classes.map((one) => [String(one.class), classInWords(count, one.class)]))}
          </select>
        </p>
      </div>
      <p class="build-says" role="status">
        {rule ? upperFirst(ruleInWords(count, rule)) : 'Choose what a line must be.'}
        {rule && next === null && ` No more than ${MOST_RULES} rules fit in a link.`}
      </p>
      <button
        type="button"
        class="button"
        disabled={!next}
        onClick={() => {
          onChange(next!)
          announce(`Added: ${ruleInWords(count, rule!)}`)
          draft.value = { ...EMPTY, class: draft.value.class }
        }}
      >
        Add this rule
      </button>
    </details>
  )
}

const options = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([value, name]) => (
    <option key={value} value={value}>
      {upperFirst(name)}
    </option>
  ))

import { useSignal } from '@preact/signals'
import type { Count } from '../api-types.ts'
import { classInWords, fitsInWords } from '../control/rule-words.ts'
import { money } from '../format.ts'
import { announce } from '../frame/announcer.tsx'
import { readRules } from '../state/rules.ts'
import { list, upperFirst } from '../words.ts'
import { moved, reclassed, removed } from './edits.ts'
import type { RuleEffect } from './shifts.ts'

interface Props {
  count: Count
  /** What the list is of, for a reader who hears it alone. */
  label: string
  text: string
  effects: readonly RuleEffect[] | null
  onChange: (text: string) => void
}

/** Rules in their order: each in words, with what it moves; moved up and down, sent elsewhere, removed and put back. */
export function RuleList({ count, label, text, effects, onChange }: Props) {
  const gone = useSignal<{ before: string; after: string; words: string } | null>(null)
  const rules = readRules(text) ?? []
  const words = (i: number) => upperFirst(fitsInWords(count, rules[i]!))
  const shift = (i: number, by: number) => {
    onChange(moved(text, i, by))
    announce(`Rule ${i + 1} is now rule ${i + 1 + by} of ${rules.length}`)
  }
  const drop = (i: number) => {
    const after = removed(text, i)
    gone.value = { before: text, after, words: words(i) }
    onChange(after)
    announce(`Removed: ${words(i)}`)
  }
  const back = gone.value?.after === text ? gone.value : null
  return (
    <>
      {rules.length > 0 && (
        <ol class="own-rules" aria-label={label}>
          {rules.map((rule, i) => (
            <li key={`${i}${text}`}>
              <div class="own-rule">
                <strong>{words(i)}</strong>
                <label>
                  to{' '}
                  <select
                    value={String(rule.class)}
                    aria-label={`Class that rule ${i + 1} gives`}
                    onChange={(event) => onChange(reclassed(text, i, Number(event.currentTarget.value)))}
                  >
                    {count.classes.map((one) => (
                      <option key={one.class} value={String(one.class)} selected={one.class === rule.class}>
                        {classInWords(count, one.class)}
                      </option>
                    ))}
                  </select>
                </label>
                <span class="rule-effect">
                  <EffectWords effect={effects?.[i] ?? null} asking={effects === null} />
                </span>
              </div>
              <div class="rule-acts">
                <button
                  type="button"
                  class="button small"
                  disabled={i === 0}
                  aria-label={`Try rule ${i + 1} earlier`}
                  onClick={() => shift(i, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="button small"
                  disabled={i === rules.length - 1}
                  aria-label={`Try rule ${i + 1} later`}
                  onClick={() => shift(i, 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  class="button small"
                  aria-label={`Remove rule ${i + 1}`}
                  onClick={() => drop(i)}
                >
                  Remove
                </button>
              </div>
            </li>
          ))}
        </ol>
      )}
      {back && (
        <p class="undo">
          Removed: {back.words}.{' '}
          <button type="button" class="button small" onClick={() => onChange(back.before)}>
            Put it back
          </button>
        </p>
      )}
    </>
  )
}

function EffectWords({ effect, asking }: { effect: RuleEffect | null; asking: boolean }) {
  if (asking || !effect) return <>Working out what it moves.</>
  if (!effect.fits) return <>Moves nothing: no line with money here fits it.</>
  if (effect.shifts.length === 0)
    return <>Moves nothing: what it fits is already in that class, or a rule above takes it.</>
  return (
    <>
      Moves{' '}
      {list(
        effect.shifts.map(({ from, to, amount }) => `${money(amount)} from class ${from} to class ${to}`),
      )}
      .
    </>
  )
}

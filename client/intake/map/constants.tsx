import { useId } from 'preact/hooks'
import { count } from '../../state/count.ts'
import { ECONOMIC, upperFirst, yearInWords } from '../../words.ts'
import { SearchChoice } from '../field/search-choice.tsx'
import { changeBy } from './draft.ts'
import { FLOW, nameOf } from './in-words.ts'
import { type Constant, type Lack, type Mapping, withConstant, withPlaceOfAgency } from './mapping.ts'
import type { Meaning } from './meanings.ts'

const SEARCHED = [
  ['place', 'Place', 'Where all of it is spent'],
  ['agency', 'Agency', 'Which body spends all of it'],
  ['function', 'Function', 'What government does with it, where that is one thing'],
] as const

interface Props {
  mapping: Mapping
  lacks: readonly Lack[]
  /** Whether there is more than one file. */
  several: boolean
}

/** What holds for every row and no column says. A column that says it goes before what is said here. */
export function Constants({ mapping, lacks, several }: Props) {
  const said = new Set<Meaning>(mapping.columns.map(({ meaning }) => meaning))
  if (said.has('date')) said.add('year')
  const open = SEARCHED.filter(([name]) => !said.has(name))
  return (
    <section class="card part" aria-labelledby="mend-constants">
      <h3 id="mend-constants" tabIndex={-1}>
        The same for every row
      </h3>
      <p class="note">
        What no column says is said here, of all files together.
        {several && lacks.some(({ at }) => at === 'place')
          ? ' Files of several councils can be taken each to be where the count has its agency.'
          : ' Where a column says it, the column holds.'}
      </p>
      <div class="constants">
        {open.map(([name, title, why]) => (
          <div key={name} class={`constant${lacks.some(({ at }) => at === name) ? ' lacking' : ''}`}>
            <p>
              <strong>{title}</strong> <span class="note">{why}</span>
            </p>
            <p class="acts">
              <SearchChoice
                kind={name}
                label={`${title} of every row`}
                word={
                  mapping.constants[name]
                    ? nameOf(name, mapping.constants[name])
                    : name === 'place' && mapping.placeOf
                      ? 'Where the count has each agency'
                      : 'Choose'
                }
                current={mapping.constants[name] ?? null}
                onChoose={({ id }) =>
                  changeBy((now) =>
                    withConstant(name === 'place' ? withPlaceOfAgency(now, false) : now, name, id),
                  )
                }
              />
              {name === 'place' && (
                <button
                  type="button"
                  class="text-button"
                  onClick={() => changeBy((now) => withPlaceOfAgency(now, !now.placeOf))}
                >
                  {mapping.placeOf
                    ? 'Say nothing of the place'
                    : 'Take each agency to be where the count has it'}
                </button>
              )}
              {mapping.constants[name] && (
                <button
                  type="button"
                  class="text-button"
                  onClick={() => changeBy((now) => withConstant(now, name, null))}
                >
                  Say nothing<span class="hidden"> of the {name}</span>
                </button>
              )}
            </p>
          </div>
        ))}
        {!said.has('year') && (
          <Choice
            name="year"
            title="Financial year"
            why="April to March"
            lacking={lacks.some(({ at }) => at === 'year')}
            value={mapping.constants.year}
            options={yearOptions(mapping.constants.year)}
          />
        )}
        {!said.has('economic') && (
          <Choice
            name="economic"
            title="Current or capital"
            why="Day-to-day spending where nothing is said"
            value={mapping.constants.economic}
            options={Object.entries(ECONOMIC).map(([value, text]) => ({ value, text: upperFirst(text) }))}
          />
        )}
        {!said.has('phase') && (
          <Choice
            name="phase"
            title="Outturn or budget"
            why="What was spent, where nothing is said"
            value={mapping.constants.phase}
            options={[
              { value: 'outturn', text: 'Outturn' },
              { value: 'budget', text: 'Budget' },
            ]}
          />
        )}
        {!said.has('flow') && (
          <Choice
            name="flow"
            title="Own spending or transfer"
            why="Own spending where nothing is said"
            value={mapping.constants.flow}
            options={Object.entries(FLOW).map(([value, text]) => ({ value, text: upperFirst(text) }))}
          />
        )}
      </div>
    </section>
  )
}

/** Years of the count and some on either side, the newest first. */
function yearOptions(chosen: string | undefined) {
  const years = count.value?.years ?? []
  const first = Number((years[0] ?? '2010-11').slice(0, 4)) - 5
  const last = new Date().getFullYear() + 1
  const named = (start: number) => `${start}-${String((start + 1) % 100).padStart(2, '0')}`
  const all = Array.from({ length: last - first + 1 }, (_, at) => named(last - at))
  return [...(chosen && !all.includes(chosen) ? [chosen] : []), ...all].map((value) => ({
    value,
    text: `${yearInWords(value)}${years.includes(value) ? '' : ', not in the count yet'}`,
  }))
}

interface ChoiceProps {
  name: Extract<Constant, 'year' | 'economic' | 'phase' | 'flow'>
  title: string
  why: string
  lacking?: boolean
  value: string | undefined
  options: readonly { value: string; text: string }[]
}

function Choice({ name, title, why, lacking, value, options }: ChoiceProps) {
  const id = useId()
  return (
    <div class={`constant${lacking ? ' lacking' : ''}`}>
      <p>
        <label for={id}>
          <strong>{title}</strong>
        </label>{' '}
        <span class="note">{why}</span>
      </p>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => {
          const next = event.currentTarget.value
          changeBy((now) => withConstant(now, name, (next === '' ? null : next) as never))
        }}
      >
        <option value="">Not said</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

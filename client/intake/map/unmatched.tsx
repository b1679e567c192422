import { counted, integer } from '../../format.ts'
import { CHOICE_WORDS, choicesOf } from '../field/choices.ts'
import { SearchChoice } from '../field/search-choice.tsx'
import type { ReportReply } from '../state/server.ts'
import { changeBy } from './draft.ts'
import { nameOf } from './in-words.ts'
import { type Mapping, withValue } from './mapping.ts'
import { type Unmatched as One, suggestions, unmatchedOf } from './texts.ts'

/** Texts of the files that stand for nothing in the count, matched by hand. */
export function Unmatched({ mapping, report }: { mapping: Mapping; report: ReportReply | null }) {
  const all = unmatchedOf(report, mapping)
  if (all.length === 0) return null
  const open = all.filter(({ value }) => value === null).length
  return (
    <section class="card part" aria-labelledby="mend-values">
      <h3 id="mend-values" tabIndex={-1}>
        What texts stand for
      </h3>
      <p class="note">
        {open === 0
          ? 'Each is matched. Check again to see whether there are more.'
          : `${counted(open, 'text')} of the last check ${open === 1 ? 'stands' : 'stand'} for nothing in the count. Say what ${open === 1 ? 'it is' : 'they are'}; a check may find more.`}
      </p>
      <ul class="unmatched">
        {all.map((one) => (
          <Row key={one.meaning + one.text} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Row({ one }: { one: One }) {
  const { meaning, text, file, row, rows, more, value } = one
  const set = (next: string | null) => changeBy((now) => withValue(now, meaning, text, next))
  const near = value === null ? suggestions(one, choicesOf(meaning)) : []
  return (
    <li class={value === null ? 'open' : ''}>
      <p>
        <strong>“{text}”</strong>{' '}
        <span class="note">
          {meaning}
          {rows > 0 && `, ${counted(rows, 'row')}${more ? ' or more' : ''}`}
          {file !== null && row !== null && `, first in ${file}, row ${integer(row)}`}
        </span>
      </p>
      {value !== null ? (
        <p class="acts">
          <span>
            is <strong>{nameOf(meaning, value)}</strong>
          </span>
          <button type="button" class="text-button" onClick={() => set(null)}>
            Take back<span class="hidden">: “{text}”</span>
          </button>
        </p>
      ) : (
        <p class="acts">
          {near.map((choice) => (
            <button key={choice.id} type="button" class="button small" onClick={() => set(choice.id)}>
              <span class="hidden">“{text}” is </span>
              {choice.name}
            </button>
          ))}
          <SearchChoice
            kind={meaning}
            label={`What “${text}” is`}
            word={near.length > 0 ? 'Another' : CHOICE_WORDS[meaning].choose}
            current={null}
            onChoose={({ id }) => set(id)}
          />
        </p>
      )}
    </li>
  )
}

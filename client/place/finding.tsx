import type { Count } from '../api-types.ts'
import { money, percent, pounds } from '../format.ts'
import { type Answer, headOf } from '../state/answer.ts'
import { definitionOf } from '../state/asked.ts'
import { lower, yearInWords } from '../words.ts'
import { notReturned } from './missing.ts'

/** The answer in sentences, with the figures in them; a weak figure is said to be weak. */
export function Finding({ shown, count }: { shown: Answer; count: Count }) {
  const { asked, spend, control, definitions } = shown
  const shares = definitions.flatMap(({ share }) => (share === null ? [] : [share]))
  const { recorded, missing } = spend.coverage
  const out = asked.scope.split(',').filter(Boolean)
  const names = count.scope_tags.filter(({ tag }) => out.includes(`-${tag}`)).map(({ name }) => lower(name))
  return (
    <div class="finding">
      <p>
        In {yearInWords(asked.year)}, <strong>{money(spend.total)}</strong> of identifiable public money was
        spent here
        {headOf(spend) !== null ? (
          <>
            , <strong>{pounds(headOf(spend))}</strong> a head
          </>
        ) : null}
        {names.length > 0 && `, leaving out ${names.join(', ')}`}.{' '}
        {control.share !== null && (
          <>
            Taking local to mean “{lower(definitionOf(count, asked.definition).name)}”,{' '}
            <strong>{percent(control.share)}</strong> of it was under local control
            {shares.length > 1 && (
              <>
                ; by all {definitions.length} definitions the answer runs from{' '}
                <strong>{percent(Math.min(...shares))}</strong> to{' '}
                <strong>{percent(Math.max(...shares))}</strong>
              </>
            )}
            .
          </>
        )}
      </p>
      {(recorded !== null || missing.length > 0) && (
        <p class="caution">
          {recorded !== null &&
            `${percent(recorded)} is recorded place by place; the rest is shared out from wider areas. `}
          {missing.length > 0 && `${notReturned(missing)}`}
        </p>
      )}
    </div>
  )
}

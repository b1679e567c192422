import { changeFrom } from '../change/asked.ts'
import { yearsAlike } from '../change/years-alike.ts'
import { count } from '../state/count.ts'
import { go, view } from '../state/store.ts'
import { shownYear } from '../state/yearly.ts'
import { yearInWords } from '../words.ts'
import { WordSelect } from './word-select.tsx'
import { YearSelect } from './year-select.tsx'

const ALONE = ''

/** The year of the question, or the two years it shows the change between, with the unit of the change. */
export function Years() {
  const from = changeFrom.value
  if (from === null)
    return (
      <>
        in <YearSelect />{' '}
        <span class="tight">
          <FromSelect />,
        </span>
      </>
    )
  return (
    <>
      from <FromSelect /> to{' '}
      <span class="tight">
        <YearSelect only={yearsAlike(count.value!, from)} />,
      </span>{' '}
      {view.value.measure !== 'share' && (
        <>
          in{' '}
          <span class="tight">
            <WordSelect
              label="Unit of change"
              value={view.value.unit}
              options={[
                { value: 'amount', text: 'pounds' },
                { value: 'ratio', text: 'per cent' },
              ]}
              onChoose={(unit) => go({ unit })}
            />
            ,
          </span>{' '}
        </>
      )}
    </>
  )
}

/** The first year of a change: only those counted as the second is, and none to show a year alone. */
function FromSelect() {
  const year = shownYear.value!
  const from = changeFrom.value ?? ALONE
  return (
    <WordSelect
      label="Change from"
      value={from}
      options={[
        { value: ALONE, text: from === ALONE ? 'alone' : 'one year alone' },
        ...yearsAlike(count.value!, year).map((one) => ({
          value: one,
          text: from === ALONE ? `changed from ${yearInWords(one)}` : yearInWords(one),
        })),
      ]}
      onChoose={(value) => go({ from: value === ALONE ? null : value })}
    />
  )
}

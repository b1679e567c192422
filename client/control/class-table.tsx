import { money, percent } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { Heads } from '../frame/heads.tsx'
import { count } from '../state/count.ts'
import { type Chosen, idOf } from '../state/definition.ts'
import { go } from '../state/store.ts'

interface Props {
  amounts: readonly number[]
  total: number
  classes: readonly { class: number; name: string; meaning: string }[]
  chosen: Chosen
}

const toggle = (chosen: Chosen, one: number) => {
  const counted = chosen.classes
  const next = counted.includes(one) ? counted.filter((each) => each !== one) : [...counted, one]
  go({ definition: idOf(count.value!, next) })
}

/** The strip's table twin: each class is ticked in or out of what counts as local, and opens its lines. */
export function ClassTable({ amounts, total, classes, chosen }: Props) {
  const shares = total > 0 && amounts.every((amount) => amount >= 0)
  return (
    <table class="classes">
      <caption class="hidden">Spending by class of control; tick the classes to count as local</caption>
      <Heads of={['Class, ticked where it counts as local', 'Spending', 'Share']} />
      <tbody>
        {classes.map((row) => {
          const amount = amounts[row.class - 1] ?? 0
          const counted = chosen.classes.includes(row.class)
          return (
            <tr key={row.class}>
              <th scope="row">
                <label class="class-name check">
                  <input
                    type="checkbox"
                    checked={counted}
                    disabled={counted && chosen.classes.length === 1}
                    onChange={() => toggle(chosen, row.class)}
                  />
                  <span class={`swatch class-${row.class}`} aria-hidden="true" />
                  <span>
                    {row.class} {row.name}
                    <small>{row.meaning}</small>
                  </span>
                </label>
              </th>
              <td>
                {amount === 0 ? (
                  'none'
                ) : (
                  <Door
                    opens={{ kind: 'class', id: String(row.class) }}
                    about={`class ${row.class}, ${row.name}`}
                    negative={amount < 0}
                  >
                    {money(amount)}
                  </Door>
                )}
              </td>
              <td>{shares ? percent(amount / total) : ''}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

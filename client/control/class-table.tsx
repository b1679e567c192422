import { money, percent } from '../format.ts'
import { go } from '../state/store.ts'

interface Props {
  amounts: readonly number[]
  total: number
  classes: readonly { class: number; name: string; meaning: string }[]
  local: readonly number[]
}

/** The strip's table twin; each class opens its lines. */
export function ClassTable({ amounts, total, classes, local }: Props) {
  const shares = total > 0 && amounts.every((amount) => amount >= 0)
  return (
    <table class="classes">
      <caption class="hidden">Spending by class of control</caption>
      <thead class="hidden">
        <tr>
          <th scope="col">Class</th>
          <th scope="col">Spending</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((row) => {
          const amount = amounts[row.class - 1] ?? 0
          return (
            <tr key={row.class}>
              <th scope="row">
                <span class="class-name">
                  <span class={`swatch class-${row.class}`} aria-hidden="true" />
                  <span class="class-number">{row.class}</span>
                  <span>
                    {row.name}
                    {local.includes(row.class) && <span class="hidden"> (counted as local)</span>}
                    <small>{row.meaning}</small>
                  </span>
                </span>
              </th>
              <td>
                {amount === 0 ? (
                  'none'
                ) : (
                  <button
                    type="button"
                    class={`door figure${amount < 0 ? ' negative' : ''}`}
                    aria-label={`${money(amount)}: open the lines of class ${row.class}`}
                    onClick={() => go({ lines: { kind: 'class', id: String(row.class) } })}
                  >
                    {money(amount)}
                  </button>
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

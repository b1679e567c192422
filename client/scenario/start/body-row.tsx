import { counted, money, percent } from '../../format.ts'
import { type Body, baselineOf } from './count-bodies.ts'

interface RowProps {
  body: Body
  /** The divisions it would draw on, all where none is named; undefined for a body that is not in. */
  divisions: readonly string[] | undefined
  set: (divisions: readonly string[] | undefined) => void
}

/** A body that could be in, with the kinds of line it would draw on once it is. */
export function BodyRow({ body, divisions, set }: RowProps) {
  const recorded =
    body.recorded === body.amount
      ? 'recorded'
      : body.recorded === 0
        ? 'shared out'
        : `${percent(body.recorded / body.amount)} recorded`
  return (
    <li>
      <label class="body">
        <input
          type="checkbox"
          checked={divisions !== undefined}
          onChange={() => set(divisions ? undefined : [])}
        />
        <span>{body.name}</span>
        <span class="number">
          {money(body.amount)} <small>{recorded}</small>
        </span>
      </label>
      {divisions && body.divisions.length > 1 && (
        <details class="divisions" open={divisions.length > 0}>
          <summary>
            Draws on{' '}
            {divisions.length === 0
              ? 'all its lines'
              : counted(divisions.length, 'kind of line', 'kinds of line')}
            : {money(baselineOf({ body, divisions }))} a year
          </summary>
          <ul>
            {body.divisions.map(({ id, name, amount }) => (
              <li key={id}>
                <label class="body">
                  <input
                    type="checkbox"
                    checked={divisions.includes(id)}
                    disabled={amount <= 0}
                    onChange={(event) =>
                      set(
                        event.currentTarget.checked
                          ? [...divisions, id]
                          : divisions.filter((one) => one !== id),
                      )
                    }
                  />
                  <span>{name}</span>
                  <span class="number">{money(amount)}</span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

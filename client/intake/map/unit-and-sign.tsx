import { useId } from 'preact/hooks'
import { upperFirst } from '../../words.ts'
import { changeBy } from './draft.ts'
import { signInWords, UNITS, unitInWords } from './example.ts'
import type { Mapping, Proposal } from './mapping.ts'
import { normal } from './normal.ts'

/** The unit and the sign of the amounts, each way told by what it makes of a cell of the file. */
export function UnitAndSign({ proposal, mapping }: { proposal: Proposal; mapping: Mapping }) {
  const own = useId()
  const header = mapping.columns.find(({ meaning }) => meaning === 'amount')?.header
  const column = proposal.columns.find(
    (each) => header !== undefined && normal(each.header) === normal(header),
  )
  const sample = column?.sample ?? []
  return (
    <section class="card part" aria-labelledby="mend-unit">
      <h3 id="mend-unit" tabIndex={-1}>
        Unit and sign of the amounts
      </h3>
      {column ? (
        <p class="note">
          {mapping.unit === proposal.mapping.unit ? proposal.unit : 'Chosen by you.'} Is this what{' '}
          {column.header} says?
        </p>
      ) : (
        <p class="note">Say first which column is the amount: examples from it are shown here.</p>
      )}
      <div class="ways-beside">
        <fieldset class="radios">
          <legend>The figures are in</legend>
          {UNITS.map((unit) => (
            <label key={unit} class="radio">
              <input
                type="radio"
                name={`${own}-unit`}
                checked={mapping.unit === unit}
                onChange={() => changeBy((now) => ({ ...now, unit }))}
              />
              <span>
                {upperFirst(unit)}
                <small>
                  {unitInWords(sample, unit, mapping.decimals) ?? 'No plain amount among the first cells.'}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset class="radios">
          <legend>Spending is written</legend>
          {([1, -1] as const).map((sign) => (
            <label key={sign} class="radio">
              <input
                type="radio"
                name={`${own}-sign`}
                checked={mapping.sign === sign}
                onChange={() => changeBy((now) => ({ ...now, sign }))}
              />
              <span>
                {sign === 1 ? 'As it is' : 'As less than nought'}
                <small>
                  {signInWords(sample, sign, mapping) ?? 'No plain amount among the first cells.'}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
    </section>
  )
}

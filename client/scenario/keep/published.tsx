import { integer, money } from '../../format.ts'
import { kept } from './keeping.ts'

/** What was published of a preset, beside whatever has been made of it; what is assumed, apart. */
export function Published() {
  const preset = kept.value?.preset
  if (!preset) return null
  return (
    <details class="published card">
      <summary>
        <h3>Published of {preset.name}</h3>
      </summary>
      <div class="scroll">
        <table>
          <tbody>
            {preset.sources.map(({ statement, amount, unit, source, address, confidence }) => (
              <tr key={statement}>
                <th scope="row">{statement}</th>
                <td class="number">{unit === 'GBP' ? money(amount) : `${integer(amount)} ${unit}`}</td>
                <td>
                  {/^https?:/.test(address) ? <a href={address}>{source}</a> : source}, {confidence}{' '}
                  confidence
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {preset.contested && <p>Disputed: {preset.contested}</p>}
      <p class="field-label">Assumed, not published</p>
      <ul class="bullets">
        {preset.assumed.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}

import { dealMoney } from '../../../format.ts'
import { upperFirst } from '../../../words.ts'
import { ChartCard } from '../chart-card.tsx'
import { Figure } from '../explain/figure.tsx'
import type { Shown } from '../shown.ts'
import type { Cell, Twin } from '../twin.ts'
import { TwinFile } from '../twin-table.tsx'
import { switchingTwin, switchingWords } from './switching.ts'

/** Switching values in words, and the tests the Green Book asks for. */
export function Sure({ shown }: { shown: Shown }) {
  const { sensitivities, sharing } = shown.reply
  const { whole, lead, each, never } = switchingWords(shown)
  const losing = sensitivities.filter(({ npv }) => npv < 0 !== sharing.npv < 0)
  const twin: Twin = {
    caption: 'Net present value under other assumptions',
    columns: [
      { head: 'Assumption', unit: 'text' },
      { head: 'Net present value', unit: 'pounds' },
    ],
    rows: [['As planned', sharing.npv], ...sensitivities.map(({ name, npv }): Cell[] => [name, npv])],
  }
  return (
    <ChartCard
      id="switching"
      title="How far it may miss the plan"
      says={
        <>
          {whole ?? 'There is nothing to set the benefits against.'}{' '}
          <Figure opens={{ of: 'breakEven' }} about="break-even">
            How it is worked out
          </Figure>
        </>
      }
      picture="switching"
      twin={switchingTwin(shown)}
    >
      {each.length > 0 && (
        <>
          <p class="switching-words">{lead}</p>
          <ul class="switching-list">
            {each.map((words) => (
              <li key={words}>{upperFirst(words)}</li>
            ))}
          </ul>
        </>
      )}
      {never && <p class="switching-words">{never}</p>}
      <h3>Under other assumptions</h3>
      <dl class="sensitivities">
        {sensitivities.map(({ id, name, npv }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <Figure opens={{ of: 'sensitivity', id }} about={name} negative={npv < 0}>
                {dealMoney(npv)}
              </Figure>
            </dd>
          </div>
        ))}
      </dl>
      <p class="note">
        {losing.length === 0
          ? `None of these changes whether it pays. As planned: ${dealMoney(sharing.npv)}.`
          : `As planned: ${dealMoney(sharing.npv)}.`}
      </p>
      <TwinNote twin={twin} />
    </ChartCard>
  )
}

const TwinNote = ({ twin }: { twin: Twin }) => (
  <p class="files note">
    {twin.caption}: <TwinFile twin={twin} name={twin.caption} />
  </p>
)

import { exactPence, pounds } from '../../format.ts'
import type { PlanReply } from '../state/server.ts'
import { planAddsUp } from './in-words.ts'

const PARTS = [
  ['published', 'Published', 'shared to whole pounds'],
  ['left', 'Left out', 'where what the count has stays, or as you decided'],
  ['notPlaced', 'Of wider places, not shared out', 'nothing was chosen to share them by'],
  ['aside', 'Budget beside outturn', 'a budget is published only where there is no outturn'],
] as const

const rounding = (pence: bigint) =>
  pence === 0n
    ? 'changes nothing'
    : `makes it ${exactPence(String(pence < 0n ? -pence : pence))} ${pence < 0n ? 'less' : 'more'}`

/** What becomes of every accepted penny. */
export function PenceSum({ plan }: { plan: PlanReply }) {
  const { pence } = plan
  return (
    <section class="card part" aria-labelledby="pence">
      <h3 id="pence">What becomes of every accepted penny</h3>
      <table class="plain sum-of-pence">
        <tbody>
          {PARTS.filter(([part]) => part === 'published' || BigInt(pence[part]) !== 0n).map(
            ([part, title, why]) => (
              <tr key={part}>
                <th scope="row">
                  {title}
                  <small>{why}</small>
                </th>
                <td class="number">{exactPence(pence[part])}</td>
              </tr>
            ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Accepted</th>
            <td class="number">{exactPence(pence.accepted)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="note">
        In whole pounds {pounds(plan.pounds)} is published: rounding each figure to pounds{' '}
        {rounding(BigInt(plan.rounding))}.{' '}
        {planAddsUp(plan) ? 'The parts add up.' : 'The parts do not add up: this should not be published.'}
      </p>
    </section>
  )
}

import { dealMoney, poundsIn } from '../../../format.ts'
import { Scroll } from '../../../frame/scroll.tsx'
import { TakePicture } from '../../take/take-away.tsx'
import { holdingNets, holdingWords } from '../holding.ts'
import { RULE_NAMES, ruleName, type Worked, workedRules } from '../names.ts'
import type { Shown } from '../shown.ts'
import { TEST_NAMES } from '../tests.ts'
import { TwinFile } from '../twin-table.tsx'
import { bargainTwin } from './bargain-twin.ts'
import { Nets, Tests } from './rows.tsx'
import { RuleHead } from './rule-head.tsx'
import { SplitTools } from './split-tools.tsx'
import { Why } from './why.tsx'

/** Sharing rules side by side: what each partner ends with, and which tests fail and why. */
export function Bargaining({ shown }: { shown: Shown }) {
  const { sharing, years } = shown.reply
  const rules = workedRules(shown).filter(({ rule }) => rule !== 'byHand')
  const byHand = workedRules(shown).find(({ rule }) => rule === 'byHand') ?? null
  const columns: (Worked | null)[] = [...rules, byHand]
  const most = Math.max(...columns.flatMap((rule) => rule?.nets.map(Math.abs) ?? []))
  const money = poundsIn(most)
  const found = holdingWords(shown)
  const asked = shown.document.sharing?.rule
  const twin = bargainTwin(shown)
  return (
    <section class="card see-card wide bargain" aria-labelledby="bargain">
      <h2 id="bargain">A split that would hold</h2>
      <p class={`says${found.by ? ' found' : ''}`}>
        {found.words}
        {found.by === 'hand' && ` It gives ${holdingNets(shown)}.`}
      </p>
      <p class="note">
        Every column shares the same {dealMoney(sharing.npv)}, {sharing.basis}, over {years} years. Pick the
        rule in force at the head of its column; press a cross for who would walk away and why.
        {asked !== undefined && asked !== sharing.rule && (
          <strong>
            {' '}
            The programme loses money, so the rule for losses is in force: {ruleName(sharing.rule)}.
          </strong>
        )}
      </p>
      <Scroll label="Sharing rules, what each partner ends with, and the tests" class="bargain-scroll">
        <table class="plain bargain-table">
          <caption class="hidden">
            Net gain of each partner in {money.unit} by sharing rule, with the tests of each split
          </caption>
          <thead>
            <tr>
              <th scope="col" class="bargain-corner">
                Net gain, {money.unit}
              </th>
              {columns.map((rule) => (
                <RuleHead key={rule?.rule ?? 'byHand'} shown={shown} rule={rule} />
              ))}
            </tr>
          </thead>
          <Nets shown={shown} columns={columns} write={money.write} />
          <Tests shown={shown} columns={columns} names={TEST_NAMES} />
        </table>
      </Scroll>
      <SplitTools shown={shown} />
      <Why shown={shown} />
      <Refused shown={shown} />
      <div class="see-foot">
        <span class="files">
          A split that would hold: <TwinFile twin={twin} name="bargaining table" />
          <TakePicture of="bargaining" title="The bargaining table" />
        </span>
      </div>
    </section>
  )
}

/** The rules that cannot be used here, with the reason, those of one reason together. */
function Refused({ shown }: { shown: Shown }) {
  const reasons = new Map<string, string[]>()
  for (const rule of shown.reply.sharing.rules)
    if (!rule.available)
      reasons.set(rule.reason, [...(reasons.get(rule.reason) ?? []), RULE_NAMES[rule.rule]])
  if (reasons.size === 0) return null
  return (
    <ul class="refused note">
      {[...reasons].map(([reason, names]) => (
        <li key={reason}>
          <strong>Not on offer: {names.join(', ')}.</strong> {reason}
        </li>
      ))}
    </ul>
  )
}

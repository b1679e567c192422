import { dealMoney } from '../../../format.ts'
import { Figure } from '../explain/figure.tsx'
import { partnerLabel, RULE_MEANINGS, RULE_NAMES, standing, workedRule, yearName } from '../names.ts'
import type { Shown } from '../shown.ts'
import { TEST_NAMES, unasked, verdicts } from '../tests.ts'
import { pointed } from './pointed.ts'
import { transferWords } from './transfers.ts'

/** Why a split holds or does not: a sentence for each test that fails, and who pays whom. */
export function Why({ shown }: { shown: Shown }) {
  const looked = pointed.value ? workedRule(shown, pointed.value.rule) : null
  const rule = looked ?? standing(shown)
  if (!rule) return null
  const all = verdicts(shown, rule)
  const failed = all.filter(({ passed }) => passed === false)
  const first = pointed.value?.test
  const ordered =
    first && looked ? [...failed].sort((a, b) => Number(b.test === first) - Number(a.test === first)) : failed
  const unknown = unasked(all)
  const paid = shown.reply.partners.flatMap((id, i) => {
    if (!(shown.reply.sharing.pvCost[i]! > 0)) return []
    const at = rule.payback.discounted[i]!.sustained
    return `${partnerLabel(shown, id)} ${at === null ? 'never' : yearName(at)}`
  })
  return (
    <section
      class={`why${failed.length === 0 ? ' holds' : ''}`}
      aria-live="polite"
      aria-label={`Why: ${RULE_NAMES[rule.rule]}`}
    >
      <p>
        <strong>{RULE_NAMES[rule.rule]}.</strong> {RULE_MEANINGS[rule.rule]} {transferWords(shown, rule)}{' '}
        {paid.length > 0 && `Paid back: ${paid.join(', ')}. `}
        <Figure
          opens={{ of: 'settlement', rule: rule.rule }}
          about={`settlement by year, ${RULE_NAMES[rule.rule]}`}
        >
          Settlement year by year
        </Figure>
      </p>
      {failed.length === 0 ? (
        <p>
          {unknown.length === 0
            ? 'It passes every test.'
            : `It passes every test that can be put; ${unknown.length} cannot, because the scenario does not say what groups could do alone.`}
        </p>
      ) : (
        <ul>
          {ordered.map(({ test, failures }) => (
            <li key={test} class={test === first && looked ? 'asked' : ''}>
              <span class="cross-mark" aria-hidden="true">
                ✗
              </span>{' '}
              <strong>{TEST_NAMES[test]}:</strong>{' '}
              {failures.slice(0, MOST).map(({ words, opens }, i) => (
                <span key={words}>
                  {i > 0 && '; '}
                  <Figure opens={opens} about="the failing test" class="words">
                    {words}
                  </Figure>
                </span>
              ))}
              {failures.length > MOST && `; and ${failures.length - MOST} more`}.
            </li>
          ))}
        </ul>
      )}
      {shown.reply.sharing.npv < 0 && (
        <p>
          Together the partners lose {dealMoney(-shown.reply.sharing.npv)}: a split can only say who bears it.
        </p>
      )}
    </section>
  )
}

const MOST = 6

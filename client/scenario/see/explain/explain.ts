import { pounds } from '../../../format.ts'
import { positions } from '../flows.ts'
import { type RuleName, standing, workedRule, yearName } from '../names.ts'
import type { Shown } from '../shown.ts'
import type { Simulated } from '../uncertainty/simulation.ts'
import { explainBreakEven, explainCase, soFar } from './case.ts'
import { explainDraws } from './draws.ts'
import type { Asked, Explanation } from './explanation.ts'
import { explainGroup, explainOutside } from './groups.ts'
import { explainInput, explainSensitivity } from './input.ts'
import { marksOf } from './marks.ts'
import { explainOutcome } from './outcome.ts'
import { explainBenefit, explainContribution } from './partner.ts'
import { explainPot } from './pot.ts'
import { explainNet, explainSettlement } from './rule.ts'

/** How a figure was come by; null where what it was of is no longer there. */
export function explain(shown: Shown, asked: Asked, simulated: Simulated | null): Explanation | null {
  const { partners, outcomes } = shown.reply
  if ('partner' in asked && asked.partner !== null && !partners.includes(asked.partner)) return null
  const rule = 'rule' in asked ? workedRule(shown, asked.rule as RuleName) : null
  if ('rule' in asked && !rule) return null
  switch (asked.of) {
    case 'npv':
    case 'ratio':
    case 'payback':
      return explainCase(shown, asked.of, asked.case)
    case 'contribution':
      return explainContribution(shown, asked.partner)
    case 'benefit':
      return explainBenefit(shown, asked.partner, asked.basis)
    case 'net':
      return explainNet(shown, rule!, asked.partner)
    case 'settlement':
      return explainSettlement(shown, rule!)
    case 'position':
      return explainPosition(shown, asked.partner)
    case 'pot':
      return explainPot(shown, asked.year)
    case 'group':
      return explainGroup(shown, rule!, asked.coalition)
    case 'outside':
      return explainOutside(shown, rule!, asked.partner)
    case 'outcome':
      return outcomes.some(({ id }) => id === asked.outcome) ? explainOutcome(shown, asked.outcome) : null
    case 'breakEven':
      return explainBreakEven(shown)
    case 'input':
      return explainInput(shown, asked.id)
    case 'sensitivity':
      return explainSensitivity(shown, asked.id)
    case 'draws':
      return explainDraws(shown, simulated)
  }
}

function explainPosition(shown: Shown, partner: string | null): Explanation | null {
  const rule = standing(shown)
  const found = rule && positions(shown, rule).find(({ id }) => id === partner)
  if (!found) return null
  const { payback, line, name } = found
  return {
    title: `${name}: position year by year`,
    formula: [
      'Position = present value of all that came in, less all that went out, so far',
      payback === null
        ? `Not paid back: ${pounds(line.at(-1)!)} at the end`
        : `Paid back in ${yearName(payback)}: ${payback === 0 ? '' : `${pounds(line[payback - 1]!)} the year before, `}${pounds(line[payback]!)} then`,
    ],
    tables: [soFar(shown, `${name}: position so far`, found.flow)],
    notes: [
      'Under the rule in force, transfers included. Payback is the first year from which it is never again below nothing.',
    ],
    marks: marksOf(shown, ['costs', 'benefits']),
  }
}

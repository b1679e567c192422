import type { EvaluateReply } from '../../api/contract-scenarios.ts'
import { inPlaces, inPounds, inTenths } from '../in-money.ts'
import type { Given } from './given.ts'
import { type Block, type Cell, figures, note, table, text, words } from './paper.ts'

const SHARE = /\.(prevalence|engagement|success|deadweight)$|^discount-rate$/
const MONEY = /\.fiscal$/

const PARAMETERS: Readonly<Record<string, string>> = {
  fiscal: 'value to public bodies',
  population: 'people in scope',
  prevalence: 'share with the need',
  engagement: 'share that takes part',
  success: 'share that succeeds',
  deadweight: 'share that would happen anyway',
}

/** An input by the name a reader knows it by. */
const called = (name: string) =>
  name.replace(/: (\w+)$/, (all, word: string) => (PARAMETERS[word] ? `: ${PARAMETERS[word]}` : all))

/** A value of an input in its own unit, as its name tells. */
function valued(id: string, value: number): string {
  if (SHARE.test(id)) return inTenths(value)
  if (MONEY.test(id)) return inPounds(value)
  return inPlaces(value, Number.isInteger(value) ? 0 : 2)
}

function turning({ breakEven: { benefitsFall, costsRise }, sharing }: EvaluateReply): string {
  const name = sharing.basis === 'cashable' ? 'Cashable' : 'Gross'
  const benefit = sharing.pvBenefit.reduce((a, b) => a + b, 0)
  if (benefitsFall === null || costsRise === null || benefit < 0)
    return 'There is no turning point: no cost is counted, or no benefit.'
  if (sharing.npv >= 0)
    return `${name} benefits may fall by ${inTenths(benefitsFall)}, or costs rise by ${inTenths(costsRise)}, before public bodies lose money.`
  return `Public bodies lose money: ${name.toLowerCase()} benefits would have to rise by ${inTenths(-benefitsFall)}, or costs fall by ${inTenths(-costsRise)}, to break even.`
}

/** How far the financial case rests on each input, on the benefits being shared. */
export function sensitivity({ reply }: Given): Block[] {
  const { sharing, sensitivities, switching, tornado } = reply
  return [
    text(turning(reply)),
    table(
      'Financial case under other assumptions',
      [words('Assumption', 60), figures('Net present value', 40)],
      [
        ['As planned', inPounds(sharing.npv)],
        ...sensitivities.map(({ name, npv }): Cell[] => [name, inPounds(npv)]),
      ],
    ),
    table(
      'Switching values: where the financial case turns',
      [words('Input', 52), figures('As planned', 20), figures('Value at which it turns', 28)],
      switching.map(({ id, name, value, switching: at, possible }): Cell[] => [
        called(name),
        valued(id, value),
        at === null ? 'None' : possible ? valued(id, at) : `At no possible value (${valued(id, at)})`,
      ]),
    ),
    ...(tornado.length > 0
      ? [
          table(
            'One input at a time, from low to high',
            [
              words('Input', 36),
              figures('Low', 14),
              figures('High', 14),
              figures('Value at low', 18),
              figures('Value at high', 18),
            ],
            tornado.map((bar): Cell[] => [
              called(bar.name),
              valued(bar.id, bar.low),
              valued(bar.id, bar.high),
              inPounds(bar.npvAtLow),
              inPounds(bar.npvAtHigh),
            ]),
          ),
        ]
      : []),
    note(
      'Chance is not drawn here: ranges and probabilities are worked out in the product, with the seed kept.',
    ),
  ]
}

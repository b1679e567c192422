import { dealMoney, percent, weight } from '../../../format.ts'
import { list, lower } from '../../../words.ts'
import type { Shown } from '../shown.ts'
import type { Cell, Twin } from '../twin.ts'

const PARAMETERS: Record<string, string> = {
  fiscal: 'value',
  population: 'people in scope',
  prevalence: 'share with the problem',
  engagement: 'share who take part',
  success: 'share who succeed',
  deadweight: 'deadweight',
}

/** An input as a reader knows it: “Return to the council”, value. */
export function inputName(id: string, name: string): string {
  if (id === 'discount-rate') return 'the discount rate'
  if (id.endsWith('.cost')) return `the cost of “${name.replace(/: cost, as a multiple of plan$/, '')}”`
  const at = name.lastIndexOf(': ')
  return `“${name.slice(0, at)}”, ${PARAMETERS[name.slice(at + 2)] ?? name.slice(at + 2)}`
}

const SHARES = /\.(prevalence|engagement|success|deadweight)$/

export function inputValue(id: string, value: number): string {
  if (id === 'discount-rate' || SHARES.test(id)) return percent(value)
  if (id.endsWith('.fiscal')) return dealMoney(value)
  return id.endsWith('.cost') ? `${percent(value)} of plan` : weight(value)
}

export interface SwitchingWords {
  /** Of all benefits and all costs. */
  whole: string | null
  /** What comes before the inputs that do it one at a time. */
  lead: string
  each: string[]
  never: string | null
}

/** How far each may miss the plan before the sign of the answer changes, in words. */
export function switchingWords({ reply }: Shown): SwitchingWords {
  const { breakEven, sharing, switching } = reply
  const { benefitsFall, costsRise } = breakEven
  const pays = sharing.npv >= 0
  const known = benefitsFall !== null && costsRise !== null
  const whole = !known
    ? null
    : pays
      ? `Benefits may fall ${percent(benefitsFall)} before it stops paying, or costs rise ${percent(costsRise)}.`
      : benefitsFall < 0
        ? `Benefits would have to rise ${percent(-benefitsFall)} before it pays, or costs fall ${percent(-costsRise)}.`
        : 'No rise in benefits would make it pay.'
  const possible = switching.filter((one) => one.possible && one.switching !== null)
  const each = possible.map(({ id, name, value, switching: at }) => {
    const moved = value === 0 ? null : at! / value - 1
    const how =
      moved === null || id === 'discount-rate'
        ? ''
        : `, ${moved < 0 ? 'down' : 'up'} ${percent(Math.abs(moved))}`
    return `${inputName(id, name)} at ${inputValue(id, at!)}${how}`
  })
  const never = switching.filter((one) => !one.possible || one.switching === null)
  return {
    whole,
    lead: `One at a time, what would ${pays ? 'stop it paying' : 'make it pay'}:`,
    each,
    never:
      never.length > 0
        ? `Not by itself, at any value it can take: ${list(never.map(({ id, name }) => lower(inputName(id, name))))}.`
        : null,
  }
}

export function switchingTwin({ reply }: Shown): Twin {
  return {
    caption: 'Switching values: where net present value is nothing, the rest as planned',
    columns: [
      { head: 'Input', unit: 'text' },
      { head: 'Planned', unit: 'text' },
      { head: 'Switches at', unit: 'text' },
      { head: 'Can it be?', unit: 'text' },
    ],
    rows: reply.switching.map(({ id, name, value, switching, possible }): Cell[] => [
      inputName(id, name),
      inputValue(id, value),
      switching === null ? 'nowhere' : inputValue(id, switching),
      possible ? 'yes' : 'no',
    ]),
  }
}

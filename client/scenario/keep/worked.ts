import type { EvaluateReply } from '../../../server/api/contract-scenarios.ts'
import { dealMoney, eachPound } from '../../format.ts'
import { upperFirst } from '../../words.ts'
import { WORDS } from './document-words.ts'
import type { SavedResult } from './library.ts'

/** What a scenario comes to, as the library keeps it with a version. */
export type Worked = Extract<SavedResult, { state: 'worked out' }>

/** The same summary of a result worked out just now. */
export function workedOf(reply: EvaluateReply): Worked {
  const { financial, economic, sharing } = reply
  return {
    state: 'worked out',
    priceBase: reply.priceBase,
    years: reply.years,
    rule: sharing.rule,
    basis: sharing.basis,
    npvGross: financial.gross.npv,
    npvCashable: financial.cashable.npv,
    npvEconomic: economic.npv,
    bcrGross: financial.gross.bcr,
    bcrCashable: financial.cashable.bcr,
    bcrEconomic: economic.bcr,
    nets: Object.fromEntries(
      sharing.rules.flatMap((rule) =>
        rule.available
          ? [[rule.rule, reply.partners.map((partner, i) => ({ partner, net: rule.nets[i]! }))] as const]
          : [],
      ),
    ),
  }
}

export interface Moved {
  what: string
  before: string
  after: string
}

const NONE = 'not formed'
const ratio = (value: number | null) => (value === null ? NONE : eachPound(value))
const ROWS: readonly [string, (of: Worked) => number | null, (value: number | null) => string][] = [
  ['Net present value, cashable', (of) => of.npvCashable, dealMoney],
  ['Net present value, all fiscal', (of) => of.npvGross, dealMoney],
  ['Net present value, economic case', (of) => of.npvEconomic, dealMoney],
  ['Back for each pound, cashable', (of) => of.bcrCashable, ratio],
  ['Back for each pound, all fiscal', (of) => of.bcrGross, ratio],
  ['Back for each pound, economic case', (of) => of.bcrEconomic, ratio],
]

/** Half a penny is no difference: floating point may be that far off between two machines. */
const apart = (a: number | null | undefined, b: number | null | undefined) =>
  a === null || b === null || a === undefined || b === undefined
    ? (a ?? null) !== (b ?? null)
    : Math.abs(a - b) > 0.005

/** What the results of two scenarios differ in; names are those of partners by id. */
export function movedBetween(before: Worked, after: Worked, name: (partner: string) => string): Moved[] {
  const moved = ROWS.flatMap(([what, of, say]) =>
    apart(of(before), of(after)) ? [{ what, before: say(of(before)), after: say(of(after)) }] : [],
  )
  const rules = new Set([...Object.keys(before.nets), ...Object.keys(after.nets)]) as Set<
    keyof Worked['nets']
  >
  for (const rule of rules) {
    const [was, is] = [before.nets[rule], after.nets[rule]]
    const partners = new Set([...(was ?? []), ...(is ?? [])].map(({ partner }) => partner))
    for (const partner of partners) {
      const [one, other] = [netOf(was, partner), netOf(is, partner)]
      if (apart(one, other))
        moved.push({
          what: `${upperFirst(WORDS[rule] ?? rule)}: ${name(partner)}`,
          before: one === undefined ? NONE : dealMoney(one),
          after: other === undefined ? NONE : dealMoney(other),
        })
    }
  }
  return moved
}

const netOf = (nets: { partner: string; net: number }[] | undefined, partner: string) =>
  nets?.find((one) => one.partner === partner)?.net

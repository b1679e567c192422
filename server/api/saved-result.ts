import type { SavedResult } from './contract-library.ts'
import type { EvaluateReply } from './contract-scenarios.ts'
import { type ScenarioParts, workedOut } from './scenarios.ts'

function summaryOf({ partners, priceBase, years, financial, economic, sharing }: EvaluateReply): SavedResult {
  const nets = sharing.rules.flatMap((each) =>
    each.available ? [[each.rule, each.nets.map((net, i) => ({ partner: partners[i]!, net }))] as const] : [],
  )
  return {
    state: 'worked out',
    priceBase,
    years,
    rule: sharing.rule,
    basis: sharing.basis,
    npvGross: financial.gross.npv,
    npvCashable: financial.cashable.npv,
    npvEconomic: economic.npv,
    bcrGross: financial.gross.bcr,
    bcrCashable: financial.cashable.bcr,
    bcrEconomic: economic.bcr,
    nets: Object.fromEntries(nets),
  }
}

/** What a scenario document comes to, or what stands in the way: a half-done one is kept all the same. */
export function savedResult(document: unknown, parts: ScenarioParts): SavedResult {
  try {
    const found = workedOut(document, parts)
    return 'faults' in found ? { state: 'faults', faults: found.faults } : summaryOf(found.reply)
  } catch {
    const message = 'could not be worked out, though no fault was found in it'
    return { state: 'faults', faults: [{ where: 'scenario', message }] }
  }
}

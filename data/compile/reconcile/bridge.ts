import type { RegionalRow } from '../../sources/regional-analysis/read.ts'
import { counted, type Line, local, sum } from '../line.ts'
import { listed, model } from '../model.ts'
import { REPLACED } from '../regional.ts'
import { SERVICES } from '../revenue.ts'
import { type ControlTotal, type Evidence, pounds, total } from './control-total.ts'

const STAND_IN =
  "The Treasury's own capital stands in, shared out; current spending of public corporations is left out, as in other years"

/** Blocks of local government that returns and the Treasury both count, with what is known of the difference. */
export const BLOCKS = model<'id' | 'title' | 'returns' | 'treasury' | 'explained' | 'reason'>('bridge')

/** The bridge between the returns and the Treasury's local government rows, block by block. */
export function bridgeGroups(evidence: Evidence): ControlTotal[] {
  const rows = evidence.regional.filter(({ department }) => department === REPLACED)
  const blockOf = new Map(SERVICES.map(({ programme, block }) => [programme, block]))
  const block = (line: Line) => (line.economic === 'capital' ? 'capital' : blockOf.get(line.programme))
  const own = evidence.lines.filter((line) => counted(line) && local(line, evidence.sources.regional))
  const selects = (row: RegionalRow, selector: string): boolean => {
    if (selector === 'PC') return row.body === 'PC'
    if (row.body === 'PC') return false
    if (selector === 'CAP') return row.capital
    const [group, kind] = selector.slice('CUR:'.length).split('-')
    const fits = group!.includes('.') ? row.group === group : row.division === group && group !== '10'
    const pension = row.subfunction.includes('pensions')
    return !row.capital && fits && (kind === undefined || (kind === 'pensions') === pension)
  }
  const taken = new Map<RegionalRow, string>()
  const totals = BLOCKS.map(({ id, title, returns, treasury, explained, reason }) => {
    const chosen = rows.filter((row) => listed(treasury).some((selector) => selects(row, selector)))
    for (const row of chosen.filter((one) => !taken.has(one))) taken.set(row, id)
    const mine = chosen.filter((row) => taken.get(row) === id)
    const published = pounds(mine)
    const compiled = sum(own.filter((line) => listed(returns).includes(block(line) ?? '')))
    const standIn = id === 'capital' && !evidence.financing
    const bridge =
      explained || standIn
        ? [
            {
              label: title,
              amount: compiled - published,
              source: evidence.sources.regional,
              reason: standIn ? STAND_IN : reason,
            },
          ]
        : []
    return total(evidence, 'bridge', id, title, { published, compiled }, 'GBP', bridge, {
      source: evidence.sources.regional,
    })
  })
  const left = rows.filter((row) => !taken.has(row) && row.pounds !== 0n)
  if (left.length > 0)
    throw new Error(`data/model/bridge.csv has no block for ${left[0]!.group} of local government`)
  return totals
}

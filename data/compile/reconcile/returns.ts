import { TOTAL_SERVICE_EXPENDITURE } from '../../sources/council-revenue-outturn/read.ts'
import { counted, sum } from '../line.ts'
import { SERVICES } from '../revenue.ts'
import { type BridgeLine, type ControlTotal, type Evidence, pounds, total } from './control-total.ts'

/** Each service line: the sum of the returns made beside the published England row, which fills a missing one in. */
export function returns(evidence: Evidence): ControlTotal[] {
  const { outturn, sources } = evidence
  const missing = outturn.authorities.filter(({ returned }) => !returned)
  const check = (id: string, covers: string, lineIds: readonly string[], publishedLines = lineIds) => {
    const cells = outturn.cells.filter(({ line }) => lineIds.includes(line))
    const published = publishedLines.reduce((all, line) => all + outturn.england.get(line)!, 0n)
    const compiled = pounds(cells)
    const bridge = missing.flatMap(({ name, class: kind }) => {
      const inClass = new Set(
        outturn.authorities.filter((one) => one.class === kind).map(({ ecode }) => ecode),
      )
      const row = publishedLines.reduce((all, line) => all + outturn.classes.get(kind)!.get(line)!, 0n)
      const returned = pounds(
        outturn.cells.filter((one) => publishedLines.includes(one.line) && inClass.has(one.ecode)),
      )
      const amount = returned - row
      const reason = `Published row of ${name}'s class of authority less the returns of that class`
      return amount === 0n
        ? []
        : [
            {
              label: `Estimate for ${name} in the published England row`,
              amount,
              source: sources.revenue,
              reason,
            },
          ]
    })
    const rounding = compiled - published - bridge.reduce((all, { amount }) => all + amount, 0n)
    if (rounding !== 0n && (rounding < 0n ? -rounding : rounding) < 500n)
      bridge.push({
        label: 'Cells finer than a pound, each rounded to one',
        amount: rounding,
        source: sources.revenue,
        reason: 'Thousands are published with decimals; every cell becomes whole pounds before it is added',
      })
    return total(evidence, 'return', id, covers, { published, compiled }, 'GBP', bridge, {
      source: sources.revenue,
    })
  }
  const services = SERVICES.filter(({ kind }) => kind === 'service').map(({ line }) => line)
  const benefit = SERVICES.filter(({ kind }) => kind === 'housing_benefit').map(({ line }) => line)
  return [
    check('service-expenditure', 'Total service expenditure (RS lines 190 to 698)', services, [
      TOTAL_SERVICE_EXPENDITURE,
    ]),
    check('housing-benefit', 'Housing benefit (RS lines 711 to 713)', benefit),
    ...SERVICES.map(({ line, programme }) => check(`line-${line}`, `${programme} (RS line ${line})`, [line])),
  ]
}

/** Capital: the published England total is grossed for returns not made and less transfers between authorities. */
export function capitalReturns(evidence: Evidence): ControlTotal {
  const { financing, sources, lines } = evidence
  const missing = financing.authorities.filter(({ returned }) => !returned)
  const returned = [...financing.classes.values()].reduce((all, amount) => all + amount, 0n)
  const bridge: BridgeLine[] = [
    {
      label: `Estimate for ${missing.map(({ name }) => name).join(', ')} in the published England total`,
      amount: returned - financing.grossed,
      source: sources.capital,
      reason:
        'Published rows of the classes of authority, which hold returns made, less the grossed England row',
    },
  ]
  const published = financing.england
  const compiled = sum(lines.filter((line) => counted(line) && line.source === sources.capital))
  const rounding = compiled - published - bridge.reduce((all, { amount }) => all + amount, 0n)
  if (rounding !== 0n && (rounding < 0n ? -rounding : rounding) < 5_000n)
    bridge.push({
      label: 'Cells finer than a pound, each rounded to one',
      amount: rounding,
      source: sources.capital,
      reason: 'Totals of classes and of England are published from unrounded returns',
    })
  return total(
    evidence,
    'return',
    'capital',
    'Resources used to finance capital expenditure, less transfers between authorities (COR B)',
    { published, compiled },
    'GBP',
    bridge,
    { source: sources.capital },
  )
}

import { TOTAL_SERVICE_EXPENDITURE } from '../../sources/council-revenue-outturn/read.ts'
import { counted, sum } from '../line.ts'
import { listed, model } from '../model.ts'
import { segmentCode } from '../regional.ts'
import { LEFT_OUT, SERVICES } from '../revenue.ts'
import { standing } from '../years.ts'
import { type BridgeLine, type ControlTotal, type Evidence, pounds, total } from './control-total.ts'

/** Most that rounding can come to, in pounds: half a thousand for each of a score of lines. */
const ROUNDING = 10_000n

const DOUBTS = model<'id' | 'source' | 'department' | 'segments' | 'programme' | 'title' | 'reason'>(
  'possible-double-counts',
)

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
    if (rounding !== 0n && (rounding < 0n ? -rounding : rounding) < ROUNDING)
      bridge.push({
        label: 'Rounding of cells and of the published total',
        amount: rounding,
        source: sources.revenue,
        reason:
          'Cells are published in thousands, whole or with decimals, and the total is rounded apart from them',
      })
    return total(evidence, 'return', id, covers, { published, compiled }, 'GBP', bridge, {
      source: sources.revenue,
    })
  }
  const stood = standing(SERVICES, evidence.year)
  const services = stood.filter(({ kind }) => kind === 'service').map(({ line }) => line)
  const benefit = stood.filter(({ kind }) => kind === 'housing_benefit').map(({ line }) => line)
  return [
    check('service-expenditure', 'Total service expenditure (RS lines 190 to 698)', services, [
      TOTAL_SERVICE_EXPENDITURE,
    ]),
    check('housing-benefit', 'Housing benefit (RS lines 711 to 713)', benefit),
    ...stood.map(({ line, programme }) => check(`line-${line}`, `${programme} (RS line ${line})`, [line])),
  ]
}

/** Capital: the published England total holds an estimate for returns not made, and may be less transfers. */
export function capitalReturns(evidence: Evidence): ControlTotal[] {
  const { financing, sources, lines } = evidence
  if (!financing) return []
  const missing = financing.authorities.filter(({ returned }) => !returned).map(({ name }) => name)
  const transfers = sum(lines.filter(({ flow, source }) => flow !== 'own' && source === sources.capital))
  const source = sources.capital
  const bridge: BridgeLine[] = [
    {
      label: `Estimate for ${missing.join(', ')} in the published England total`,
      amount: financing.total - financing.grossed,
      source,
      reason: 'Totals of the returns made less the published England row',
    },
    {
      label: 'Adjustment of the published England total, transfers between authorities above all',
      amount: financing.grossed - financing.adjusted,
      source,
      reason: 'The published England row less the adjusted one',
    },
    {
      label: 'Transfers between authorities, left out',
      amount: -transfers,
      source,
      reason: 'Grants and loans from GLA bodies and other local authorities, as returned',
    },
  ].filter(({ amount }) => amount !== 0n)
  const published = financing.adjusted
  const compiled = sum(lines.filter((line) => counted(line) && line.source === source))
  const rounding = compiled - published - bridge.reduce((all, { amount }) => all + amount, 0n)
  if (rounding !== 0n && (rounding < 0n ? -rounding : rounding) < ROUNDING)
    bridge.push({
      label: 'Rounding of cells and of the published total',
      amount: rounding,
      source,
      reason: 'Totals of England are published from unrounded returns',
    })
  const covers = 'Council capital as returned, less transfers between authorities (COR)'
  return [total(evidence, 'return', 'capital', covers, { published, compiled }, 'GBP', bridge, { source })]
}

/** Lines of the returns that are left out of the count, and why: published, and compiled as nothing. */
export function leftOut(evidence: Evidence): ControlTotal[] {
  const { outturn, sources } = evidence
  return LEFT_OUT.map(({ id, lines, title, reason }) => {
    const published = listed(lines).reduce((all, line) => all + outturn.england.get(line)!, 0n)
    const bridge = [{ label: title, amount: -published, source: sources.revenue, reason }]
    return total(evidence, 'left_out', id, title, { published, compiled: 0n }, 'GBP', bridge, {
      source: sources.revenue,
    })
  })
}

/** Money that may be counted twice and cannot be shown to be: named, counted once as published, and listed. */
export function possibleDoubleCounts(evidence: Evidence): ControlTotal[] {
  const { regional, lines, sources } = evidence
  return DOUBTS.flatMap(({ id, source, department, segments, programme, title, reason }) => {
    const compiled = sum(
      lines.filter(
        (line) =>
          counted(line) &&
          (source === 'regional'
            ? line.source === sources.regional &&
              listed(segments).includes(segmentCode(line.programme)) &&
              evidence.agencies.get(line.agency)?.department === department
            : line.source === sources.capital && line.programme === programme),
      ),
    )
    const published =
      source === 'regional'
        ? pounds(
            regional.filter(
              (row) => row.department === department && listed(segments).includes(segmentCode(row.segment)),
            ),
          )
        : compiled
    if (published === 0n && compiled === 0n) return []
    const bridge = [
      {
        label: 'Possible double count, unproved',
        amount: 0n,
        source: sources[source as 'regional' | 'capital'],
        reason,
      },
    ]
    return total(evidence, 'possible_double_count', id, title, { published, compiled }, 'GBP', bridge, {
      source: sources[source as 'regional' | 'capital'],
    })
  })
}

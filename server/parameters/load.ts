import type { Parameters } from '../scenario/parameters.ts'
import type { DiscountSchedule } from '../scenario/value/discounting.ts'
import type { GradeBias, ProjectBias } from '../scenario/value/optimism-bias.ts'
import type { Deflator } from '../scenario/value/prices.ts'
import { gathered, table } from '../tables.ts'

/** The tables of data/model that an evaluation needs: schedules, deflators and optimism bias. */
export function loadParameters(): Parameters {
  return {
    schedules: schedules(),
    deflators: deflators(),
    projectBias: projectBias(),
    gradeBias: gradeBias(),
  }
}

const percent = (cell: string | undefined) => Number(cell) / 100

function schedules(): Record<string, DiscountSchedule> {
  return Object.fromEntries(
    [...gathered(table('discount-schedules'), 'schedule')].map(([id, rows]) => [
      id,
      {
        id,
        steps: rows.map((row) => ({ fromYear: Number(row.from_year), rate: percent(row.rate_percent) })),
        asAt: rows[0]!.as_at!,
        source: rows[0]!.source!,
      },
    ]),
  )
}

function deflators(): Record<string, Deflator> {
  return Object.fromEntries(
    [...gathered(table('deflators'), 'series')].map(([id, rows]) => {
      const forecast = rows.find((row) => row.forecast === 'yes')
      return [
        id,
        {
          id,
          index: Object.fromEntries(rows.map((row) => [row.year!, Number(row.index)])),
          source: rows[0]!.source!,
          ...(forecast ? { forecastFrom: forecast.year! } : {}),
        },
      ]
    }),
  )
}

function projectBias(): ProjectBias[] {
  const rows = table('optimism-bias').filter((row) => row.kind === 'project')
  return [...gathered(rows, 'name')].map(([type, measures]) => {
    const bound = (measure: string) => {
      const row = measures.find((entry) => entry.measure === measure)
      return row ? { upper: percent(row.upper_percent), lower: percent(row.lower_percent) } : null
    }
    return { type, capital: bound('capital'), operating: bound('operating'), duration: bound('duration') }
  })
}

function gradeBias(): { verified: boolean; grades: GradeBias[] } {
  const rows = table('optimism-bias').filter((row) => row.kind === 'grade')
  const grades = [...gathered(rows, 'name')].map(([grade, measures]) => {
    const of = (measure: string) =>
      percent(measures.find((entry) => entry.measure === measure)?.upper_percent)
    return { grade: Number(grade), costs: of('costs'), benefits: of('benefits') }
  })
  return { verified: rows.every((row) => row.status === 'read'), grades }
}

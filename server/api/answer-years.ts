import type { Count } from '../count/open.ts'
import type { YearRow } from '../export/picture/years.ts'
import { answerControl, type ControlQuestion } from './answer-control.ts'
import { answerSpend } from './answer-spend.ts'
import type { SpendReply } from './contract.ts'
import { ownFigures } from './own-figures.ts'
import type { Deflation } from './prices.ts'

export const fullYears = ({ catalogue }: Count): string[] =>
  catalogue.financialYears.filter(({ coverage }) => coverage === 'full').map(({ year }) => year)

export interface Years {
  readonly spend: SpendReply
  readonly rows: readonly (YearRow & {
    readonly numerator: number | null
    readonly denominator: number | null
    readonly persons: number | null
  })[]
}

/** Spending and the share under local control of the places together, in every year counted in full. */
export async function answerYears(
  count: Count,
  asked: ControlQuestion,
  signal: AbortSignal,
  deflation: Deflation,
): Promise<Years> {
  const { definition, named, together: _, ...spending } = asked
  const years = fullYears(count)
  const spend = await answerSpend(count, { ...spending, year: years, by: ['year'] }, signal, deflation)
  const controls = await Promise.all(
    years.map((year) =>
      answerControl(count, { ...spending, definition, named, year, together: true }, signal, deflation),
    ),
  )
  const own = await ownFigures(count)
  const members = asked.places ? count.catalogue.members(asked.places) : null
  return {
    spend,
    rows: years.map((year, index) => {
      const row = spend.data.year!.indexOf(year)
      const cell = (name: string) => controls[index]!.data[name]![0] as number | null
      return {
        year,
        amount: row < 0 ? null : (spend.data.amount![row] as number | null),
        recorded: row < 0 ? 0 : ((spend.data.recorded![row] as number | null) ?? 0),
        share: cell('share'),
        numerator: cell('numerator'),
        denominator: cell('denominator'),
        persons: cell('persons'),
        note: count.catalogue.financialYears.find((one) => one.year === year)?.note ?? null,
        own: own?.(members, year) ?? null,
      }
    }),
  }
}

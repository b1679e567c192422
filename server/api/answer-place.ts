import type { Count } from '../count/open.ts'
import type { PlaceFigures } from '../export/place/figures.ts'
import { answerControl, type ControlQuestion } from './answer-control.ts'
import { answerSpend } from './answer-spend.ts'
import { answerYears } from './answer-years.ts'
import { yearsOf } from './asked.ts'
import type { Column, TableReply } from './contract.ts'
import { tablesBeside } from './more-tables.ts'
import { ordered } from './ordered.ts'
import { ownFigures } from './own-figures.ts'
import { baseOf, type Deflation } from './prices.ts'
import { publishedTotal } from './published-total.ts'

export type PlaceQuestion = Omit<ControlQuestion, 'together'>

/** The years as a table: in cash, and where asked in real terms beside it. */
async function yearsTable(
  count: Count,
  asked: PlaceQuestion,
  signal: AbortSignal,
  deflation: Deflation,
): Promise<TableReply> {
  const base = baseOf(asked.prices)
  const { rows, spend } = await answerYears(count, asked, signal, deflation)
  const cash =
    base === null ? rows : (await answerYears(count, { ...asked, prices: 'cash' }, signal, deflation)).rows
  const prices = base === null ? 'cash' : `prices of ${base}`
  const pounds = (description: string) => ({ type: 'number', unit: 'GBP', description }) as const
  const columns: (Column & { values: readonly (string | number | null)[] })[] = [
    { name: 'year', type: 'string', description: 'Financial year', values: rows.map(({ year }) => year) },
    {
      name: 'amount_cash',
      ...pounds('Spending, cash of the year'),
      values: cash.map(({ amount }) => amount),
    },
    {
      name: 'recorded_cash',
      ...pounds('Part of it recorded for the place'),
      values: cash.map(({ recorded }) => recorded),
    },
    {
      name: 'numerator',
      ...pounds(`Spending in the classes of the definition, ${prices}`),
      values: rows.map(({ numerator }) => numerator),
    },
    {
      name: 'denominator',
      ...pounds(`Spending in all classes, ${prices}`),
      values: rows.map(({ denominator }) => denominator),
    },
    {
      name: 'share',
      type: 'number',
      unit: 'share',
      description: 'Numerator over denominator',
      values: rows.map(({ share }) => share),
    },
    {
      name: 'persons',
      type: 'integer',
      unit: 'persons',
      description: 'Mid-year estimate',
      values: rows.map(({ persons }) => persons),
    },
    {
      name: 'head',
      type: 'number',
      unit: 'GBP/person',
      description: `Spending in all classes over persons, ${prices}`,
      values: rows.map(({ denominator, persons }) =>
        denominator !== null && persons ? denominator / persons : null,
      ),
    },
    {
      name: 'stands_in',
      type: 'string',
      description: 'What stands in for a source the year lacks',
      values: rows.map(({ note }) => note),
    },
    ...((await ownFigures(count)) !== null
      ? [
          {
            name: 'own_figures',
            type: 'string',
            description: 'Figures of readers in it: titles of their files; null where it holds none',
            values: rows.map(({ own }) => own),
          } as const,
        ]
      : []),
  ]
  return {
    columns: columns.map(({ values: _, ...column }) => column),
    rows: rows.length,
    data: Object.fromEntries(columns.map(({ name, values }) => [name, [...values]])),
    query: 'spend',
    count: spend.count,
  }
}

/** Everything there is to export of a place, or of places together, under one question. */
export async function answerPlace(
  count: Count,
  asked: PlaceQuestion,
  signal: AbortSignal,
  deflation: Deflation,
): Promise<PlaceFigures> {
  const { definition: _, named: __, ...spending } = asked
  const { catalogue } = count
  const spend = async (by: 'sector' | 'agency' | 'division') =>
    ordered(await answerSpend(count, { ...spending, by: [by] }, signal, deflation), '-amount')
  const [sectors, agencies, functions, control, years, beside] = await Promise.all([
    spend('sector'),
    spend('agency'),
    spend('division'),
    answerControl(count, { ...asked, together: true }, signal, deflation),
    yearsTable(count, asked, signal, deflation),
    tablesBeside(count, asked, signal, deflation),
  ])
  const several = !asked.places || catalogue.members(asked.places).length > 1
  const exact = publishedTotal(spending, catalogue)
  const england = exact ?? publishedTotal({ year: yearsOf(asked, catalogue) }, catalogue)
  return {
    sectors,
    agencies,
    functions,
    control,
    years,
    members: several ? await answerControl(count, asked, signal, deflation) : null,
    reconciled: england && { exact: exact !== null, total: england },
    ...beside,
  }
}

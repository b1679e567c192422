import type { TableSheet } from '../book.ts'
import { SHARED } from './basis-sheet.ts'
import { CASH, of, presentsOf } from './cash-table.ts'
import { HOW, known, live, POUNDS, SHARE, shaped } from './cells.ts'
import { type Material, yearsOf } from './material.ts'
import { FACTORS } from './year-table.ts'

const FIXED = { look: 'fixed' } as const

/** Pounds and people to the unit, shares and multiples to four places. */
const plain = (value: number) => (Math.abs(value) >= 100 ? '#,##0' : '0.0000')

/** Formulas of the tests that a spreadsheet can work out, by id. */
function formulasOf(material: Material): Record<string, string> {
  const { years } = material.compiled
  const cash = yearsOf(material, CASH)
  const numbers = yearsOf(material, FACTORS.sheet)
  const net = cash.across('before all')
  const at = (rate: string) => `SUMPRODUCT(${net},(1+${rate})^(-${numbers.across('year')}))`
  return {
    'rate-3.0': at('0.03'),
    'rate-1.5': at('0.015'),
    undiscounted: `SUM(${net})`,
    'benefits-15-costs+10': `0.85*${SHARED.benefit}-1.1*${SHARED.cost}`,
    'two-years-late':
      years > 2
        ? `SUMPRODUCT(${cash.across(of('benefit', 'all'), 0, years - 3)},${numbers.across('factor', 2)})-${SHARED.cost}`
        : `-${SHARED.cost}`,
  }
}

/** The tests the Green Book asks for, how far all may move, and what falls to those who pay nothing. */
export function sensitivitySheet(material: Material): TableSheet {
  const { result } = material
  const cash = yearsOf(material, CASH)
  const formulas = formulasOf(material)
  const [costs, benefits] = [presentsOf(cash, 'cost', material), presentsOf(cash, 'benefit', material)]
  const ratio = (under: string, told: string, value: number | null) =>
    shaped(live(`IF(${under}=0,"[x]",${told})`, value), SHARE)
  return {
    name: 'Sensitivity',
    about: 'Net present value under the standard tests, and how far all may move before nothing is left',
    table: 'Sensitivity',
    columns: [
      { title: 'Test', width: 60 },
      { title: 'Unit', width: 26 },
      { title: 'How', width: 20 },
      { title: 'Result', width: 22, format: 'General' },
    ],
    rows: [
      ...result.sensitivities.map(({ id, name, npv }) => [
        name,
        '£ net present value',
        formulas[id] ? HOW.live : HOW.fixed,
        formulas[id] ? shaped(live(formulas[id], npv), POUNDS) : { ...shaped(npv, POUNDS), ...FIXED },
      ]),
      [
        'All benefits may fall by',
        'share',
        HOW.live,
        ratio(SHARED.benefit, `1-${SHARED.cost}/${SHARED.benefit}`, result.breakEven.benefitsFall),
      ],
      [
        'All costs may rise by',
        'share',
        HOW.live,
        ratio(SHARED.cost, `${SHARED.benefit}/${SHARED.cost}-1`, result.breakEven.costsRise),
      ],
      [
        'Benefit that falls to partners who put in nothing',
        'share of the benefit',
        HOW.live,
        ratio(
          SHARED.benefit,
          `SUMPRODUCT((${costs}=0)*${benefits})/${SHARED.benefit}`,
          result.financial.leakage,
        ),
      ],
    ],
  }
}

/** The value of each input at which net present value is nothing: values, worked out by the program. */
export const switchingSheet = ({ result }: Material): TableSheet => ({
  name: 'Switching values',
  about: 'The value of each input at which nothing is left, the others as planned',
  table: 'SwitchingValues',
  columns: [
    { title: 'Input', width: 60 },
    { title: 'Identifier', width: 34 },
    { title: 'How', width: 22 },
    { title: 'Value as planned', width: 22, format: 'General' },
    { title: 'Switching value', width: 22, format: 'General' },
    { title: 'Can be taken', width: 14 },
  ],
  rows: result.switching.map(({ id, name, value, switching, possible }) => [
    name,
    id,
    HOW.fixed,
    { ...shaped(value, plain(value)), ...FIXED },
    { ...shaped(known(switching), plain(switching ?? 0)), ...FIXED },
    switching === null ? '[z]' : possible ? 'yes' : 'no',
  ]),
})

/** Net present value at each input's low and high: values, worked out by the program. */
export const tornadoSheet = ({ result }: Material): TableSheet => ({
  name: 'Tornado',
  about: 'Net present value with each input at its low and its high, the widest first',
  table: 'Tornado',
  columns: [
    { title: 'Input', width: 60 },
    { title: 'Identifier', width: 34 },
    { title: 'How', width: 22 },
    { title: 'Low', width: 20, format: 'General' },
    { title: 'High', width: 20, format: 'General' },
    { title: 'Net present value at low £', width: 22, format: 'General' },
    { title: 'Net present value at high £', width: 22, format: 'General' },
  ],
  rows: result.tornado.map(({ id, name, low, high, npvAtLow, npvAtHigh }) => [
    name,
    id,
    HOW.fixed,
    ...[low, high].map((value) => ({ ...shaped(value, plain(value)), ...FIXED })),
    ...[npvAtLow, npvAtHigh].map((value) => ({ ...shaped(value, POUNDS), ...FIXED })),
  ]),
})

import type { Cell, Formula, PlainSheet, TableSheet, Value } from '../book.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { CASES, type Case, headline } from './appraisal-sheets.ts'
import { SHARED } from './basis-sheet.ts'
import { cellAt, downFrom, HOW, known, live, POUNDS, RATIO } from './cells.ts'
import type { Material } from './material.ts'
import { NEVER } from './payback-cells.ts'

export const COVER = 'Cover'
/** Characters of an address that Excel opens. */
const LONGEST_LINK = 2000

interface Line {
  readonly label: string
  readonly value: Value | Formula
  readonly format?: string
  readonly link?: string
}

function headlines({ result }: Material): Line[] {
  const of = (which: Case) => (which === 'economic' ? result.economic : result.financial[which])
  return (Object.keys(CASES) as Case[]).flatMap((which) => {
    const { npv, bcr, payback } = of(which)
    const label = CASES[which]
    return [
      { label: `${label}: net present value`, value: live(headline(which, 'npv'), npv), format: POUNDS },
      {
        label: `${label}: benefit for each pound of cost`,
        value: live(headline(which, 'bcr'), known(bcr)),
        format: RATIO,
      },
      {
        label: `${label}: paid back, discounted, in year (the first is year 0)`,
        value: live(headline(which, 'payback'), payback.discounted.first ?? NEVER),
      },
    ]
  })
}

/** Inputs whose cells say they are changed, counted by formula over every sheet that holds inputs. */
function changed(sheets: readonly TableSheet[]): Line {
  const counts = sheets.flatMap(({ name, columns, rows }) => {
    const at = columns.findIndex(({ title }) => title === 'Changed')
    return at < 0 || rows.length === 0 ? [] : [`COUNTIF(${downFrom(name, at, 2, rows.length + 1)},"changed")`]
  })
  const all = counts.join('+')
  return {
    label: 'State of this workbook',
    value: live(
      `IF(${all}=0,"As exported: no input has been changed",${all}&" inputs changed since it was exported: cells marked ${HOW.fixed}, and what rests on them, have not followed")`,
      'As exported: no input has been changed',
    ),
  }
}

/** What nobody has verified, in words. */
function unverified({ scenario, result }: Material): string {
  const doubtful = [...scenario.investment, ...scenario.outcomes].filter(
    ({ provenance }) => !provenance || ['illustrative', 'unverified'].includes(provenance.status),
  )
  const items = doubtful.map(
    ({ name, provenance }) => `${name} (${provenance?.status ?? 'no source stated'})`,
  )
  const notices = result.notices.map(({ message }) => message)
  return (
    [...(items.length > 0 ? [`${items.join('; ')}.`] : []), ...notices].join(' ') || 'Nothing is marked so'
  )
}

function factsOf(material: Material): Line[] {
  const { scenario, result, about, compiled } = material
  const { count, ownFigures, software, version, link } = about
  const flat = 'rate' in scenario.discounting
  return [
    {
      label: 'What this is',
      value: 'A scenario of a pooled budget, worked out: change a marked cell and it follows',
    },
    ...(scenario.summary ? [{ label: 'Summary', value: scenario.summary }] : []),
    { label: 'Version', value: version ?? '[x]' },
    { label: 'Places', value: scenario.places.join(', ') || '[z]' },
    { label: 'Partners', value: scenario.partners.map(({ id, name }) => `${name} (${id})`).join('; ') },
    { label: 'Horizon', value: `${compiled.years} years, from year 0 to year ${compiled.years - 1}` },
    { label: 'Price base', value: live('price_base', scenario.priceBase) },
    {
      label: 'Discounting',
      value: flat
        ? 'One rate, as typed in the scenario'
        : `Schedule ${compiled.schedule.id}, stated on ${compiled.schedule.asAt ?? '[x]'}`,
    },
    { label: 'Benefit counted in sharing', value: live('benefit_basis', result.sharing.basis) },
    {
      label: 'Contributions in kind count as cost',
      value: live('count_in_kind', result.sharing.countInKind ? 'yes' : 'no'),
    },
    { label: 'Sharing rule in force', value: live(SHARED.rule, RULE_WORDS[result.sharing.rule]) },
    ...headlines(material),
    { label: 'Unverified', value: unverified(material) },
    { label: 'Count', value: count ? count.id : 'No count: nothing here is taken from a count of spending' },
    { label: 'Hash of the count', value: count ? count.hash : '[z]' },
    ...ownFigures.map(([label, value]) => ({ label, value })),
    { label: 'Software', value: `Total Place ${software}` },
    link ? { label: 'Open the scenario', value: link, link } : { label: 'Open the scenario', value: '[x]' },
    {
      label: 'Check this workbook',
      value: 'npm run reproduce -- FILE works the carried document out again and compares every figure',
    },
  ]
}

/** The first sheet: what this is, from what, what it comes to, and what is in doubt. */
export function coverSheet(material: Material, sheets: readonly TableSheet[]): PlainSheet {
  const pair = ({ label, value, format, link }: Line): Cell[] => [
    { value: label, look: 'label' },
    {
      value,
      ...(format ? { format } : {}),
      ...(link && link.length <= LONGEST_LINK && /^https?:\/\//.test(link) ? { link } : {}),
    },
  ]
  const facts = factsOf(material)
  return {
    name: COVER,
    about: 'This sheet',
    widths: [72, 100],
    cells: [
      [{ value: material.scenario.name, look: 'title' }],
      ...[facts[0]!, changed(sheets), ...facts.slice(1)].map(pair),
    ],
  }
}

/** What each sheet holds, with a link to it. */
export const contentsSheet = (sheets: readonly TableSheet[]): TableSheet => ({
  name: 'Contents',
  about: 'What each sheet holds',
  table: 'Contents',
  columns: [
    { title: 'Sheet', width: 28 },
    { title: 'What it holds', width: 120 },
    { title: 'Rows', width: 10, format: '#,##0' },
  ],
  rows: sheets.map(({ name, about, rows }) => [
    { value: name, link: `#${cellAt(name, 0, 1).replaceAll('$', '')}` },
    about,
    rows.length,
  ]),
})

import type { TableSheet } from '../book.ts'
import { SHORTHAND } from '../marks.ts'
import { RULE_MEANINGS, RULE_WORDS } from '../sharing-rules.ts'
import { HOW } from './cells.ts'
import { type Material, rulesOf } from './material.ts'
import { NEVER } from './payback-cells.ts'
import { WHY_VALUES } from './words.ts'

const HOWS: readonly (readonly [string, string])[] = [
  [HOW.input, 'Typed: a marked cell, which may be changed'],
  [HOW.live, 'Follows the inputs: change one and it changes'],
  [HOW.rests, 'A formula, but on a value that does not follow: current only while nothing is changed'],
  [HOW.fixed, 'Worked out by the program when the workbook was made: does not follow a changed input'],
]

const CONVENTIONS: readonly (readonly [string, string])[] = [
  [
    'Year 0',
    'The first year, undiscounted; the other years are counted from it. Payback is given as a year number',
  ],
  ['Money', 'Pounds of the price base, unrounded in the cell and shown to the pound'],
  ['Net', 'Benefit less cost: plus is a gain'],
  [
    'Financial case',
    'Money to public bodies, saved benefit payments among it; in all, and the part that can be taken out of a budget',
  ],
  [
    'Economic case',
    'Costs and benefits to everybody, in kind included; payments that only move money are left out',
  ],
  [
    'Build up',
    'low: nothing for three years, then eight equal steps. mid: five equal steps. high: half at once',
  ],
  [
    'Build up of a total',
    'The shape is scaled to add to one, so that it brings the total; a lag loses the end',
  ],
  ['Deadweight', 'Share of the successes that would have happened anyway'],
  ['Shares', 'Of contributions and of outcomes, scaled to add to one; the product asks for some that do'],
  [
    'Fixed contributions',
    'Weighed as typed against the cost in prices of the price base; shares divide what they leave',
  ],
  [
    'Internal rate of return',
    'Given where the net changes sign once; found by the spreadsheet, near the last answer',
  ],
  [NEVER, 'Not within the horizon'],
]

/** What the words, marks and rules mean, why some cells are no formulas, and what a reader must know. */
export function notesSheet(material: Material): TableSheet {
  const { result, scenario, compiled } = material
  const ended = scenario.partners.filter(({ lastYear }) => lastYear !== undefined)
  return {
    name: 'Notes',
    about: 'What words, marks and rules mean; which cells are not formulas, and why',
    table: 'Notes',
    columns: [
      { title: 'About', width: 24 },
      { title: 'Term', width: 34 },
      { title: 'Meaning', width: 110 },
    ],
    rows: [
      ...result.notices.map(({ code, message }) => ['To be known', code, message]),
      ...HOWS.map(([term, meaning]) => ['How a figure is come by', term, meaning]),
      ...WHY_VALUES.map(([term, meaning]) => [HOW.fixed, term, meaning]),
      ...ended.map(({ id, lastYear, successor }) => [
        'Partners',
        id,
        `Ends after year ${lastYear}; then ${successor ?? 'nobody'} stands for it`,
      ]),
      ...(scenario.uncertainty
        ? [
            [
              'Uncertainty',
              'Chance',
              `The document holds ${scenario.uncertainty.variables.length} uncertain quantities, ${scenario.uncertainty.draws} draws, seed ${scenario.uncertainty.seed}: not worked out in this workbook`,
            ],
          ]
        : []),
      ...CONVENTIONS.map(([term, meaning]) => ['Convention', term, meaning]),
      ...rulesOf(material).map((rule) => ['Sharing rule', RULE_WORDS[rule], RULE_MEANINGS[rule]]),
      ['Discounting', 'Schedule', compiled.schedule.id],
      ...SHORTHAND.map(([mark, meaning]) => ['Shorthand', mark, meaning]),
    ],
  }
}

/** Publications that the scenario names, and those that the tables of appraisal come from. */
export function sourcesSheet({ scenario, about }: Material): TableSheet {
  const said = [...scenario.investment, ...scenario.outcomes].flatMap(({ name, provenance }) =>
    provenance?.source ? [{ name, ...provenance }] : [],
  )
  return {
    name: 'Sources',
    about: 'Publications the scenario names, and those the tables of appraisal come from',
    table: 'Sources',
    columns: [
      { title: 'For', width: 44 },
      { title: 'Source', width: 70 },
      { title: 'Publisher', width: 34 },
      { title: 'Date', width: 14 },
      { title: 'Confidence', width: 18 },
      { title: 'Address', width: 60 },
      { title: 'Note', width: 70 },
    ],
    rows: [
      ...said.map(({ name, source, status, note }) => [
        name,
        source!,
        '[x]',
        '[x]',
        status,
        '[x]',
        note ?? '[z]',
      ]),
      ...about.sources.map(({ id, title, publisher, date, address, read }) => [
        `Tables of appraisal (${id})`,
        title,
        publisher,
        date,
        'published',
        address,
        `Read: ${read}`,
      ]),
    ],
  }
}

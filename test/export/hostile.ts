import { describe } from '../../server/api/columns.ts'
import type { TableReply } from '../../server/api/contract.ts'
import type { About } from '../../server/export/about.ts'

export const NAMES = [
  "=cmd|'/c calc'!A1",
  '+1-2',
  '-2+3+cmd',
  '@SUM(1)',
  '\t=1',
  'O\'Brien & "Sons" <b>',
  'Line\nbreak',
  'Ynys Môn 😀 𝒳',
  '_x0041_',
  '1.234,56',
  '007',
  'true',
  ']]>',
]
export const AMOUNTS = NAMES.map((_, index) => (index % 2 ? -5 : 5_000_000_000) * (index + 1))
const reply: TableReply = {
  columns: describe(['place', 'place_name', 'amount']),
  rows: NAMES.length,
  data: { place: NAMES.map((_, index) => `E${index}`), place_name: NAMES, amount: AMOUNTS },
  query: 'spend',
  count: { id: 'x', hash: 'y' },
}
const about: About = {
  title: '=What "is" spent 😀?',
  facts: [['Place', '=1+1']],
  rows: NAMES.length,
  count: { id: 'x', hash: 'y', title: '<b>', compiled: '2026-01-01' },
  software: '0',
  origin: 'http://a',
  address: '/b?c="d"&e=<f>',
  csv: '/b.csv',
  view: null,
  missing: [],
  ownReturns: [],
  sources: [],
  classes: [],
  scopeTags: [],
}

/** A table of names a spreadsheet might run, and what stands beside it. */
export const HOSTILE = { reply, about }

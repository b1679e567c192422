import type { Column } from './contract.ts'

const text = (description: string): Omit<Column, 'name'> => ({
  type: 'string',
  description,
})
const pounds = (description: string): Omit<Column, 'name'> => ({
  type: 'integer',
  unit: 'GBP',
  description,
})
const number = (unit: string, description: string): Omit<Column, 'name'> => ({
  type: 'number',
  unit,
  description,
})
const integer = (unit: string, description: string): Omit<Column, 'name'> => ({
  type: 'integer',
  unit,
  description,
})

/** What every column of a reply holds. Null is missing, except where server/export/marks.ts says otherwise. */
const COLUMNS: Readonly<Record<string, Omit<Column, 'name'>>> = {
  place: text('GSS code, or not-placed'),
  place_name: text('Name of the place'),
  code: text('GSS code'),
  name: text('Name'),
  tier: text('upper, region or country'),
  parent: text('GSS code of the place it lies in'),
  lon: number('degrees', 'Centroid, east'),
  lat: number('degrees', 'Centroid, north'),
  area: number('km2', 'Land area'),
  persons: integer('persons', 'Mid-year estimate'),
  estimate: {
    type: 'boolean',
    description: 'Whether persons is a split of a merged area',
  },
  aliases: text('Other names, parted by |'),
  year: text('Financial year'),
  agency: text('Agency that spends'),
  agency_name: text('Name of the agency'),
  sector: text('Sector of the agency'),
  sector_name: text('Name of the sector'),
  function: text('COFOG group, else division'),
  function_name: text('Name of the function'),
  division: text('COFOG division'),
  division_name: text('Name of the division'),
  economic: text('current, capital or transfer_to_people'),
  basis: text('recorded for the place, or shared_out from a wider area'),
  grade: text('A published for the place to D by population'),
  class: integer('class', 'Class of local control, 1 to 7'),
  class_name: text('Name of the class'),
  source: text('Publication'),
  source_name: text('Title of the publication'),
  amount: pounds('Spending at the final spender'),
  recorded: pounds('Part of it recorded for the place'),
  lines: integer('lines', 'Lines it is the sum of'),
  numerator: pounds('Spending in the classes of the definition'),
  denominator: pounds('Spending in all classes'),
  share: number('share', 'Numerator over denominator'),
  head: number('GBP/person', 'Spending in all classes over persons'),
  class_1: pounds('Locally decided'),
  class_2: pounds('Local, bound'),
  class_3: pounds('Shared or pooled'),
  class_4: pounds('Local arm, national steer'),
  class_5: pounds('National programme, locally influenced'),
  class_6: pounds('National entitlement'),
  class_7: pounds('National, not attributable'),
  missing: integer('returns', 'Returns that were not made'),
  line: text('Identifier of the line'),
  programme: text('Service line or Treasury segment'),
  flow: text('own, transfer_in or transfer_out'),
  measure: text('net, gross or income'),
  phase: text('budget or outturn'),
  driver: text('What it was shared out by'),
  weight: number('driver', 'Weight of the place'),
  driver_total: number('driver', 'Weight of the area shared over'),
  whole: pounds('Published amount it is a part of'),
  function_grade: text('A function as published, C estimated'),
  decides: text('Who sets the amount and its use'),
  holds: text('Who holds the cash'),
  influences: text('Who can shape it'),
  finance: text('own, grant or mixed'),
  tags: text('Scope tags, parted by |'),
  source_title: text('Title of the publication'),
  source_url: text('Where it lives'),
  source_file: text('File of the publication'),
  source_row: integer('row', 'Row of the file, the first being 1'),
  source_column: integer('column', 'Column of the file, the first being 1'),
  rule: text('Rule that placed the line'),
  rule_title: text('What the rule does'),
  control_rule: text('Rule that gave the class'),
}

/** Descriptions of columns, in the order of `names`. */
export const describe = (names: readonly string[]): Column[] =>
  names.map((name) => ({ name, ...COLUMNS[name]! }))

/**
 * The tables of a count package: the one contract between whoever compiles a count and whoever opens it.
 * Column meanings follow the Fiscal Data Package; types are DuckDB's. Money is whole pounds (BIGINT).
 */
export interface Column {
  readonly name: string
  readonly type: string
  readonly description: string
  /** Missing is never zero: a null says what `description` says it means. */
  readonly nullable?: true
  /** Whether packages made before there was such a column are read without it: null in them, and so nullable. */
  readonly later?: true
}

export interface Table {
  readonly name: string
  readonly title: string
  /** Total order of the rows, so that the same figures give the same bytes. */
  readonly key: readonly string[]
  readonly columns: readonly Column[]
  /** Whether a package may do without it: then it stands empty. */
  readonly optional?: true
}

const text = (name: string, description: string): Column => ({
  name,
  type: 'VARCHAR',
  description,
})
const maybe = (column: Column): Column => ({ ...column, nullable: true })
const later = (column: Column): Column => ({ ...maybe(column), later: true })
const pounds = (name: string, description: string): Column => ({
  name,
  type: 'BIGINT',
  description,
})

export const NOT_PLACED = 'not-placed'

/** Tag of lines that stand in for a return not made, from its budget: counted only where a question asks. */
export const BUDGET_FILL = 'budget-fill'

export const TABLES = {
  spend: {
    name: 'spend',
    title: 'Spending, one line a row',
    key: ['line'],
    columns: [
      text('line', 'Identifier of the line, unique in the count'),
      text('place', `GSS code of the place, or '${NOT_PLACED}'`),
      text('year', 'Financial year, as 2017-18'),
      text('agency', 'Agency that spends: agency.id'),
      text('function', 'COFOG group, else division: function.code'),
      text('programme', 'Service line or Treasury segment, as the source names it'),
      text('economic', 'current, capital or transfer_to_people'),
      text('flow', 'own, transfer_in or transfer_out; only own is counted in totals'),
      text('measure', 'net, gross or income'),
      text('phase', 'budget or outturn'),
      pounds('amount', 'Pounds, cash; negative is income net of spending'),
      text('basis', 'recorded for the place, or shared_out from a wider area'),
      maybe(text('driver', 'Driver the amount was shared out by: driver.driver; null where recorded')),
      maybe({
        name: 'weight',
        type: 'DOUBLE',
        description: "The driver's weight for this place; null where recorded",
      }),
      maybe(pounds('whole', 'The published amount this is a part of, pounds; null where recorded')),
      text(
        'grade',
        'A published for the place, B close to entitlement or need, C plausible proxy, D population',
      ),
      text(
        'function_grade',
        'Grade of the function: A as published, C estimated from another year or return',
      ),
      text(
        'decides',
        'Who sets the amount and its use: elected_local, duty, joint, local_board, national, statute',
      ),
      text('holds', 'Who holds the cash: elected_local, local_board, national'),
      text('influences', 'Who can shape it: place, demand, none'),
      text('finance', 'How it is paid for: own, grant or mixed'),
      {
        name: 'tags',
        type: 'VARCHAR[]',
        description: 'Scope tags, sorted: benefits, budget-fill, capital, pensions, schools, sites',
      },
      text('source', 'Publication: source.id'),
      text('source_file', 'File of the publication'),
      {
        name: 'source_row',
        type: 'INTEGER',
        description: 'Row of the file, the first being 1',
      },
      {
        name: 'source_column',
        type: 'INTEGER',
        description: 'Column of the file, the first being 1',
      },
      text('rule', 'Rule of the model that placed the line: rule.id'),
    ],
  },
  financial_year: {
    name: 'financial_year',
    title: 'Financial years, and how much of each is counted',
    key: ['year'],
    columns: [
      text('year', 'Financial year, as 2017-18'),
      text('coverage', 'full, or recorded where only recorded lines of councils, police and fire are there'),
      maybe(text('note', 'What stands in for a source the year lacks')),
    ],
  },
  place: {
    name: 'place',
    title: 'Places',
    key: ['code'],
    columns: [
      text('code', 'GSS code'),
      text('name', 'Name'),
      text('tier', 'upper, region or country'),
      maybe(text('parent', 'GSS code of the place it lies in; null for the country')),
      text('valid_from', 'First day of the boundary, ISO date'),
      maybe(text('valid_to', 'Last day of the boundary, ISO date; null while it stands')),
      { name: 'lon', type: 'DOUBLE', description: 'Centroid, degrees east' },
      { name: 'lat', type: 'DOUBLE', description: 'Centroid, degrees north' },
      {
        name: 'area',
        type: 'DOUBLE',
        description: 'Land area, square kilometres',
      },
      {
        name: 'aliases',
        type: 'VARCHAR[]',
        description: 'Other names it is looked for by, sorted',
      },
    ],
  },
  place_set: {
    name: 'place_set',
    title: 'Named sets of places',
    key: ['id'],
    columns: [
      text('id', 'Identifier'),
      text('name', 'Name'),
      text('kind', 'pilot, combined_authority, police_area, ...'),
      {
        name: 'members',
        type: 'VARCHAR[]',
        description: 'GSS codes of the members, sorted',
      },
      text('year', 'Year the membership is of'),
      maybe(text('note', 'What the membership leaves out or approximates')),
      text('source', 'Where the membership is from'),
    ],
  },
  population: {
    name: 'population',
    title: 'Population of each place',
    key: ['place', 'year'],
    columns: [
      text('place', 'GSS code'),
      text('year', 'Financial year; the mid-year estimate of its first calendar year'),
      { name: 'persons', type: 'BIGINT', description: 'Persons' },
      {
        name: 'age_0_15',
        type: 'DOUBLE',
        description: 'Persons aged 0 to 15, estimated',
      },
      {
        name: 'age_16_64',
        type: 'DOUBLE',
        description: 'Persons aged 16 to 64, estimated',
      },
      {
        name: 'age_65_over',
        type: 'DOUBLE',
        description: 'Persons aged 65 and over, estimated',
      },
      {
        name: 'estimate',
        type: 'BOOLEAN',
        description: 'Whether persons is our split of a merged area',
      },
      text('source', 'source.id'),
    ],
  },
  agency: {
    name: 'agency',
    title: 'Agencies',
    key: ['id'],
    columns: [
      text('id', 'Identifier'),
      text('name', 'Name'),
      text('sector', 'sector.id'),
      text('department', 'Department as the Treasury names it, or the class of authority'),
    ],
  },
  sector: {
    name: 'sector',
    title: 'Sectors, groups of agencies as a reader knows them',
    key: ['id'],
    columns: [
      text('id', 'Identifier'),
      text('name', 'Name'),
      {
        name: 'position',
        type: 'INTEGER',
        description: 'Order of presentation',
      },
    ],
  },
  function: {
    name: 'function',
    title: 'Functions of government (COFOG)',
    key: ['code'],
    columns: [
      text('code', 'Group as 10.2, or division as 10'),
      text('name', 'Name'),
      text('division', 'Code of the division'),
      text('division_name', 'Name of the division'),
    ],
  },
  driver: {
    name: 'driver',
    title: 'Drivers that wider amounts are shared out by',
    key: ['driver', 'year', 'area', 'place'],
    columns: [
      text('driver', 'Identifier'),
      text('name', 'What the weight measures, with its unit'),
      text('area', 'Area shared over: a region, a police or fire area, or a body'),
      text('place', 'GSS code'),
      text('year', 'Financial year'),
      {
        name: 'weight',
        type: 'DOUBLE',
        description: "The place's weight in the driver's unit",
      },
      {
        name: 'total',
        type: 'DOUBLE',
        description: 'Total weight of the area shared over',
      },
      {
        name: 'estimate',
        type: 'BOOLEAN',
        description: 'Whether the weight is our split of a merged area',
      },
      text('source', 'source.id'),
    ],
  },
  rule: {
    name: 'rule',
    title: 'Rules that placed the lines',
    key: ['id'],
    columns: [
      text('id', 'Identifier'),
      text('title', 'What the rule does'),
      text('reason', 'Why, and against what double count it guards'),
    ],
  },
  control_rule: {
    name: 'control_rule',
    title: 'Rules of local control, first that fits',
    key: ['position'],
    columns: [
      {
        name: 'position',
        type: 'INTEGER',
        description: 'Order in which rules are tried',
      },
      text('id', 'Identifier'),
      maybe(text('sector', 'Sectors it fits, parted by |; null fits any')),
      maybe(text('agency', 'Agencies it fits, parted by |; null fits any')),
      maybe(text('function', 'Functions it fits, parted by |; null fits any')),
      maybe(text('programme', 'Programmes it fits, parted by |; null fits any')),
      maybe(text('economic', 'Economic classes it fits, parted by |; null fits any')),
      maybe(text('finance', 'Finance it fits, parted by |; null fits any')),
      maybe(text('decides', 'Values of decides it fits, parted by |; null fits any')),
      maybe(text('holds', 'Values of holds it fits, parted by |; null fits any')),
      maybe(text('influences', 'Values of influences it fits, parted by |; null fits any')),
      {
        name: 'class',
        type: 'INTEGER',
        description: 'Control class, 1 to 7: control_class.class',
      },
      text('reason', 'Why'),
    ],
  },
  control_class: {
    name: 'control_class',
    title: 'Classes of local control, from locally decided to national',
    key: ['class'],
    columns: [
      { name: 'class', type: 'INTEGER', description: '1 to 7' },
      text('name', 'Name'),
      text('meaning', 'Definition'),
    ],
  },
  control_definition: {
    name: 'control_definition',
    title: 'Definitions of local control that ship',
    key: ['id'],
    columns: [
      text('id', 'Identifier'),
      text('name', 'Name'),
      {
        name: 'classes',
        type: 'INTEGER[]',
        description: 'Classes it counts as local, sorted',
      },
      text('meaning', 'What it takes local control to be'),
    ],
  },
  scope_tag: {
    name: 'scope_tag',
    title: 'Parts of the count that can be left out',
    key: ['tag'],
    columns: [text('tag', 'Tag'), text('name', 'Name'), text('meaning', 'What leaving it out leaves out')],
  },
  source: {
    name: 'source',
    title: 'Publications',
    key: ['id'],
    columns: [
      text('id', 'Identifier'),
      text('title', 'Title'),
      text('publisher', 'Publisher'),
      text('year', 'Year it covers'),
      text('licence', 'Licence'),
      text('attribution', 'Attribution the licence asks for'),
      text('url', 'Where the publication lives, or where the file read was kept'),
      text('retrieved', 'How the file was come by'),
      text('file', 'File read'),
      text('sha256', 'SHA-256 of the file read'),
      maybe(text('note', 'Known faults, and how they are handled')),
    ],
  },
  control_total: {
    name: 'control_total',
    title: 'Published totals beside compiled ones',
    key: ['year', 'kind', 'id'],
    columns: [
      text('id', 'Identifier'),
      text('kind', 'total, region, department, function, bridge, return, source or population'),
      text('year', 'Financial year'),
      text('covers', 'What it covers, in words'),
      {
        name: 'published',
        type: 'BIGINT',
        description: 'As published, in unit',
      },
      { name: 'compiled', type: 'BIGINT', description: 'As compiled, in unit' },
      {
        name: 'difference',
        type: 'BIGINT',
        description: 'Compiled less published',
      },
      text('status', 'equal, bridged or unexplained'),
      {
        name: 'unexplained',
        type: 'BIGINT',
        description: 'Part of the difference no file explains, in unit',
      },
      text('unit', 'GBP or persons'),
      {
        name: 'bridge',
        type: 'STRUCT(label VARCHAR, amount BIGINT, source VARCHAR, reason VARCHAR)[]',
        description: 'Lines that lead from published to compiled, each computed from a source',
      },
      text('source', 'Where the published total stands'),
    ],
  },
  missing: {
    name: 'missing',
    title: 'Returns that were not made',
    key: ['year', 'place', 'agency', 'what'],
    columns: [
      text('place', 'GSS code'),
      text('year', 'Financial year'),
      text('agency', 'agency.id'),
      text('what', 'revenue or capital'),
      text('why', 'What is known of it'),
      text('source', 'source.id'),
    ],
  },
  published_count: {
    name: 'published_count',
    title: 'Counts that others have published, to stand beside this one',
    key: ['id'],
    optional: true,
    columns: [
      text('id', 'Identifier'),
      {
        name: 'places',
        type: 'VARCHAR[]',
        description: 'GSS codes and set:<id> of our places nearest to what was counted, sorted',
      },
      text('place_as_published', 'The place as the source names it'),
      text('year_as_published', 'The year as the source gives it'),
      text('our_year', 'Nearest year of this count, as 2017-18'),
      text('measure', 'total, head, share, agency or theme: what of the place the figure is'),
      maybe(text('part_as_published', 'The agency or theme as the source names it; null for all spending')),
      text('qualifier', 'stated, about, more_than, less_than, from or to: how the source puts the figure'),
      maybe(pounds('amount', 'Pounds, cash, as published; null where the figure is a share')),
      maybe({
        name: 'ratio',
        type: 'DOUBLE',
        description: 'Share as published, 0 to 1; null where the figure is pounds',
      }),
      text('coverage', 'What the figure is known to hold'),
      text('gross_or_net', 'gross, net or not stated'),
      text('confidence', 'high official or two sources apart, medium one credible source, low second hand'),
      {
        name: 'our_scope',
        type: 'VARCHAR[]',
        description: 'Scope tags to leave out of this count to come nearest, sorted',
      },
      maybe(text('our_definition', 'Definition of local control a share is of; null where it is of a part')),
      maybe(text('our_filter', 'Part of this count it is of, as dimension=value,value; null for all')),
      text('how_near', 'What remains different'),
      text('publisher', 'Publisher'),
      text('title', 'Title of the source'),
      maybe(text('url', 'Where it was read; null where it has no address')),
      maybe(text('stored_copy', 'What is to be known of the copy read; null where nothing')),
    ],
  },
  edition: {
    name: 'edition',
    title: 'Editions of one publication for one year, compared and never mixed',
    key: ['year', 'used', 'compared', 'level', 'id'],
    optional: true,
    columns: [
      text('year', 'Financial year'),
      text('used', 'Edition the count is made from: source.id'),
      text('compared', 'Edition it is compared with, none of it counted: source.id'),
      text('level', 'total, region, department, service or authority'),
      text('id', 'Identifier in its level'),
      text('name', 'Name in its level'),
      maybe(pounds('used_amount', 'Pounds in the edition used; null where it has no such figure')),
      maybe(pounds('compared_amount', 'Pounds in the other edition; null where it has no such figure')),
      maybe(pounds('difference', 'Used less compared, pounds; null where either has no such figure')),
      pounds('cells', 'Cells of either edition at this level'),
      pounds('changed', 'Of them, those that differ by £1,000 or more, or that only one edition has'),
    ],
  },
  amendment: {
    name: 'amendment',
    title: 'What was published into this count from files of its readers, by place, year, agency and class',
    key: ['position', 'place', 'year', 'agency', 'economic'],
    optional: true,
    columns: [
      text('id', 'Identifier of the import, the same in all its rows'),
      { name: 'position', type: 'INTEGER', description: 'Order of the imports, the first being 1' },
      text('title', 'What the files are'),
      text('publisher', 'Who they are from'),
      text('made', 'Day it was published, ISO date'),
      text('base', 'Hash of the count it changed'),
      text('place', 'GSS code'),
      text('year', 'Financial year'),
      text('agency', 'agency.id'),
      text('economic', 'current, capital or transfer_to_people'),
      text('does', 'replace or add'),
      text('covers', 'Whose lines are replaced: agency, or sector for the shared-out ones of its sector too'),
      text('classes', 'Economic classes replaced: same or all'),
      pounds('added_lines', 'Lines of own spending put in'),
      pounds('added', 'Pounds of own spending put in'),
      pounds('replaced_lines', 'Lines taken out'),
      pounds('replaced', 'Pounds taken out'),
      later(
        pounds(
          'budget_lines',
          'Lines of a budget in place of a missing return taken out, not in replaced_lines',
        ),
      ),
      later(pounds('budget', 'Pounds of them, counted only where a question asks, and not in replaced')),
      { name: 'sources', type: 'VARCHAR[]', description: 'source.id of each file, sorted' },
    ],
  },
  replaced: {
    name: 'replaced',
    title: 'Lines taken out for what was published instead',
    key: ['amendment', 'line'],
    optional: true,
    columns: [
      text('line', 'Identifier of the line in the count it was taken out of'),
      text('amendment', 'amendment.id of the import that took it out'),
      text('place', 'GSS code'),
      text('year', 'Financial year'),
      text('agency', 'Agency that spends: agency.id'),
      text('function', 'function.code'),
      text('programme', 'Service line or Treasury segment, as the source names it'),
      text('economic', 'current, capital or transfer_to_people'),
      pounds('amount', 'Pounds, cash'),
      text('basis', 'recorded or shared_out'),
      maybe(text('driver', 'Driver the amount was shared out by; null where recorded')),
      text('grade', 'A to D'),
      text('source', 'source.id'),
      text('rule', 'rule.id'),
      later({
        name: 'stood_in',
        type: 'BOOLEAN',
        description:
          'Whether it is of a budget in place of a missing return, counted only where a question asks',
      }),
    ],
  },
} as const satisfies Record<string, Table>

/** Tables a package may do without. */
export const OPTIONAL: readonly Table[] = Object.values<Table>(TABLES).filter(({ optional }) => optional)

export type TableName = keyof typeof TABLES

/** A row of a table as JavaScript holds it: BIGINT as number (checked below 2^53) or bigint when writing. */
export type Row = Record<string, unknown>

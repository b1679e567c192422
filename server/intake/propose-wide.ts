import { agencyOf } from './agencies.ts'
import { amountOf } from './amount.ts'
import { clean, isPlaceCode, normal } from './clean.ts'
import type { Known } from './known.ts'
import { proposeAmounts } from './propose-amounts.ts'
import { isOverBodies } from './propose-bodies.ts'
import { isFigure, isLedger, isYear, lookAt, type ProposedColumn } from './propose-column.ts'
import { placeNames, withPlaceNames } from './propose-place-names.ts'
import { settled } from './propose-settle.ts'
import { lineOf, serviceLines } from './service-lines.ts'
import type { Part } from './terms.ts'
import { yearIn } from './years.ts'

const MANY = 6
const PLAIN_AMOUNT =
  /^(?:net |gross |total |invoice |payment |line )*(?:amount|value|cost|price|spend|net|gross|vat|£)(?: (?:paid|gbp|£|inc(?:l|luding)? vat|exc(?:l|luding)? vat|ex vat))*$/
const NO_AMOUNT =
  /\b(?:code|id|ref|reference|number|no|date|year|postcode|quantity|qty|population|persons)\b|%/
/** Whether a cell says that a figure is missing, which a column of figures may. */
const isMissing = (cell: string) => {
  const amount = amountOf(cell, 'point', 1)
  return 'rule' in amount && amount.rule === 'amount-missing'
}

/** Columns of figures that could be amounts. */
function numbersOf(part: Part): number[] {
  return part.headers.flatMap((header, at) => {
    const { cells, share } = lookAt(part, at)
    if (
      cells.length === 0 ||
      (NO_AMOUNT.test(normal(header)) && !yearIn(header) && cells.every(isFigure) && isCount(cells))
    )
      return []
    const fits =
      share((cell) => isFigure(cell) || isMissing(cell)) > 0.8 && share(isFigure) > 0.3 && share(isYear) < 0.5
    return fits ? [at] : []
  })
}

/** Whether figures look like numbers that name things and do not count money: all whole, none less than nought. */
const isCount = (cells: readonly string[]) => cells.every((cell) => /^\d+$/.test(clean(cell)))

type Lines = ReturnType<typeof serviceLines>

/** Whether columns of figures are services of councils. */
function areServices(headers: readonly string[], lines: Lines): boolean {
  const services = headers.filter(
    (own) => lines.has(`short ${normal(own)}`) || lineOf(lines, { section: '', own, above: [] }, false),
  )
  return services.length >= 3
}

/** Whether the columns of figures are services or years across a table, and not the few figures of one payment. */
function isWide(headers: readonly string[], lines: Lines): boolean {
  if (headers.some((header) => PLAIN_AMOUNT.test(normal(header)))) return false
  const years = new Set(headers.map(yearIn).filter(Boolean))
  return years.size > 1 || headers.length >= MANY || areServices(headers, lines)
}

interface RowColumns {
  readonly agency: number | undefined
  readonly name: number | undefined
  readonly gss: number | undefined
}

/** Which columns say whose a row is: the code of an authority, its name, its GSS code. */
function rowColumns(
  part: Part,
  numbers: readonly number[],
  isAside: (at: number) => boolean,
  known: Known,
): RowColumns {
  const others = part.headers.map((_, at) => at).filter((at) => !numbers.includes(at) && !isAside(at))
  const looks = new Map(others.map((at) => [at, lookAt(part, at)]))
  const find = (test: (cell: string) => boolean) => others.find((at) => looks.get(at)!.share(test) > 0.6)
  const coded = find((cell) => /^E\d{4}$/.test(clean(cell)))
  const gss = find(isPlaceCode)
  const agency = find((cell) => agencyOf(cell, { ...known, suggest: false }).value !== null)
  if (coded === undefined) return { agency, name: undefined, gss }
  const named = others.find(
    (at) =>
      at !== coded && at !== gss && /\b(?:authority|name|council|body)\b/.test(normal(part.headers[at]!)),
  )
  const words = others
    .filter((at) => at !== coded && at !== gss)
    .find((at) => looks.get(at)!.share((cell) => clean(cell).length > 5) > 0.8)
  return { agency: coded, name: named ?? words, gss }
}

export interface Wide {
  readonly columns: ProposedColumn[]
  readonly capital: boolean
  readonly released: boolean
}

/** What the columns of a table with amounts across several columns mean; undefined for a table with one column of them. */
export function proposeWide(part: Part, given: readonly ProposedColumn[], known: Known): Wide | undefined {
  const numbers = numbersOf(part)
  const lines = serviceLines()
  const headers = numbers.map((at) => part.headers[at]!)
  if (
    numbers.length < 2 ||
    !isWide(headers, lines) ||
    isLedger(given.filter((_, at) => !numbers.includes(at)))
  )
    return undefined
  const named = areServices(headers, lines) ? new Map() : placeNames(part, given, known)
  const found = withPlaceNames(given, named)
  const titles = part.passedRows.filter(({ kind }) => kind === 'title').map(({ text }) => text)
  const capital =
    titles.some((text) => /\bcapital (?:expenditure|outturn|payments?)\b/i.test(text)) || ofCapital(part)
  const { agency, name, gss } = rowColumns(
    part,
    numbers,
    (at) => named.has(at) || isOverBodies(found[at]!),
    known,
  )
  const { told: amounts, released } = proposeAmounts(part, numbers, {
    known,
    lines,
    capital,
    coded: name !== undefined,
  })
  if ([...amounts.values()].filter(({ meaning }) => meaning === 'amount').length < 2) return undefined
  const rest = found.map((column, at): ProposedColumn => {
    if (at === agency)
      return { ...column, meaning: 'agency', why: 'Its cells are agencies of the count.', confidence: 'high' }
    if (at === name)
      return {
        ...column,
        meaning: 'agency-name',
        why: 'It names what the codes beside it are of: where there is no code, the row is of a group of them.',
        confidence: 'high',
      }
    if (at === gss && agency !== undefined)
      return {
        ...column,
        meaning: 'ignore',
        why: 'The place is that of the agency: GSS codes of districts, police and fire areas are no places of the count.',
        confidence: 'medium',
      }
    if (
      amounts.has(at) ||
      (name !== undefined && at > numbers[0]!) ||
      ['amount', 'other-amount', 'agency', 'share'].includes(column.meaning)
    )
      return { ...column, meaning: 'ignore' }
    return agency !== undefined && name !== undefined && column.meaning === 'programme' && brief(part, at)
      ? { ...column, meaning: 'ignore', why: 'It says what kind of authority it is.', confidence: 'medium' }
      : column
  })
  return {
    columns: settled(rest).map((column, at) => ({ ...column, ...amounts.get(at) })),
    capital,
    released,
  }
}

/** Whether cells are short codes of kinds. */
const brief = (part: Part, at: number) => lookAt(part, at).cells.every((cell) => clean(cell).length <= 4)
/** Whether the columns are those of capital returns: by the names of their fields, or of what they give. */
const ofCapital = ({ headers, above = [] }: Part) =>
  [headers, ...above].some((row) => row.filter((cell) => /\bfin[a-z]+-amt$/.test(cell)).length > 3) ||
  headers.filter((header) => /\bcapital (?:expenditure|receipts)\b/i.test(header)).length > headers.length / 4

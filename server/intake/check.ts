import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Workbench } from '../engine/workbench.ts'
import { type Amount, amountOf, type Decimals } from './amount.ts'
import { columnsOf } from './columns-of.ts'
import type { Known } from './known.ts'
import { agencyName, placeName } from './known.ts'
import { type Baseline, magnitudes } from './magnitude.ts'
import { type Mapping, meaningsOf, valuesOf } from './mapping.ts'
import { type FileReport, type Report, together } from './report.ts'
import { resolved } from './resolve.ts'
import {
  type Finding,
  type Meaning,
  NAMED,
  type Named,
  type Part,
  type Reading,
  UNITS,
  Unreadable,
} from './terms.ts'
import { orderOf } from './years.ts'

export interface ReadFile {
  readonly name: string
  readonly reading: Reading
}

export interface ToCheck {
  readonly folder: string
  readonly files: readonly ReadFile[]
  readonly mapping: Mapping
  readonly known: Known
  readonly baselineOf: (year: string) => Promise<Baseline | undefined>
  readonly threads: number
  readonly memoryLimit: string
}

export const STAGING = 'staging.duckdb'
export const CHECK_STEPS = 10
export const textOf = (folder: string, part: number) => join(folder, 'parts', `${part}.csv`)

/** Different texts of one meaning that are looked up; more are no codes. */
const MOST_TEXTS = 100_000
const PIECE = 20_000
const SHOWN = 20

type Step = () => void
type Row = readonly (string | number | bigint | null)[]

const FINDERS = [
  'named',
  'amounts',
  'marks',
  'nested',
  'totals',
  'control-totals',
  'duplicates',
  'shares',
  'people',
  'mixtures',
  'pooled',
] as const

/** One check at work on its own database. */
class Check {
  readonly #bench: Workbench
  readonly #given: ToCheck
  readonly #parts: readonly { part: Part; file: string; meanings: readonly Meaning[] }[]
  readonly #mapped: ReadonlySet<Meaning>

  /** Different codes that texts stand for, by meaning. */
  readonly #found = new Map<Named, Set<string>>()
  #districts = false
  #marked = false

  constructor(bench: Workbench, given: ToCheck) {
    this.#bench = bench
    this.#given = given
    this.#parts = given.files.flatMap(({ name, reading }) =>
      reading.parts.map((part) => ({ part, file: name, meanings: meaningsOf(part.headers, given.mapping) })),
    )
    this.#mapped = new Set(this.#parts.flatMap(({ meanings }) => meanings))
  }

  async load(): Promise<void> {
    const bench = this.#bench
    await bench.script('intake-tables')
    const rows: Row[] = []
    const headings: Row[] = []
    for (const { part, file, meanings } of this.#parts) {
      rows.push([part.part, file, part.sheet])
      for (const [at, meaning] of meanings.entries()) headings.push([part.part, meaning, part.headers[at]!])
      await bench.set('part', part.part)
      await bench.set('text', textOf(this.#given.folder, part.part))
      await bench.set('columns', columnsOf(meanings))
      await bench.set('delimiter', part.delimiter)
      await bench.set('parallel', !part.broken)
      await bench.ask('intake-load')
    }
    await bench.append('part', rows)
    await bench.append('heading', headings)
    await bench.append('nested', this.#nested())
  }

  *#nested(): Generator<Row> {
    const { places } = this.#given.known.catalogue
    for (const place of places.values())
      for (let up = place.parent; up; up = places.get(up)?.parent ?? null) yield [up, place.code]
  }

  async resolve(): Promise<void> {
    const texts = new Map<Named, string[]>(NAMED.map((meaning) => [meaning, []]))
    for await (const rows of this.#bench.stream('intake-values'))
      for (const [meaning, text] of rows as [Named, string][]) {
        if (!this.#mapped.has(meaning)) continue
        const all = texts.get(meaning)!
        all.push(text)
        if (all.length > MOST_TEXTS)
          throw new Unreadable(
            'too-many',
            `The column mapped as ${meaning} holds more than ${MOST_TEXTS} different texts: it cannot be that.`,
          )
      }
    const { mapping, known } = this.#given
    const order = mapping.dates ?? orderOf(texts.get('date')!)
    const context = { known, order, values: valuesOf(mapping) }
    const verdicts: Row[] = []
    for (const [meaning, all] of texts) {
      const found = new Set<string>()
      this.#found.set(meaning, found)
      for (const text of all) {
        const { value, severity, rule, message, repair } = resolved(meaning, text, context)
        if (value !== null) found.add(value)
        if (meaning === 'place' && value !== null && /^\s*E07/i.test(text)) this.#districts = true
        verdicts.push([meaning, text, value, severity ?? null, rule ?? null, message ?? null, repair ?? null])
      }
    }
    await this.#bench.append('resolved', verdicts)
    if (order === 'month-day' && !mapping.dates)
      await this.#find([
        about(
          'warning',
          'dates-american',
          'The dates have the month before the day, as only that order makes all of them dates.',
        ),
      ])
  }

  async amounts(): Promise<void> {
    const { mapping } = this.#given
    const [seen] = await this.#bench.ask<{ point: number; comma: number }>('intake-decimals')
    const decimals: Decimals = mapping.decimals ?? (seen!.comma > 0 && seen!.point === 0 ? 'comma' : 'point')
    if (!mapping.decimals && decimals === 'comma')
      await this.#find([
        about(
          'note',
          'decimal-comma',
          'The amounts mark decimals by a comma, as all of them can be read only so.',
        ),
      ])
    if (!mapping.decimals && seen!.comma > 0 && seen!.point > 0)
      await this.#find([
        about(
          'warning',
          'decimals-mixed',
          `${seen!.comma} amounts seem to mark decimals by a comma and ${seen!.point} by a point: those with a comma are refused.`,
        ),
      ])
    const unit = UNITS[mapping.unit]
    const digits = 14 - String(unit).length
    await this.#bench.set(
      'plain',
      decimals === 'point' ? `-?[0-9]{1,${digits}}([.][0-9]{1,2})?` : `-?[0-9]{1,${digits}}`,
    )
    await this.#bench.set('pence', 100 * unit * mapping.sign)
    let piece: Row[] = []
    for await (const rows of this.#bench.stream('intake-odd-amounts')) {
      for (const [text] of rows as [string][])
        piece.push(told(text, amountOf(text, decimals, unit), mapping.sign))
      if (piece.length < PIECE) continue
      await this.#bench.append('odd_amount', piece)
      piece = []
    }
    await this.#bench.append('odd_amount', piece)
  }

  async judge(): Promise<void> {
    const { constants } = this.#given.mapping
    for (const name of [
      'place',
      'agency',
      'function',
      'programme',
      'year',
      'economic',
      'flow',
      'phase',
    ] as const)
      await this.#bench.set(
        name,
        this.#mapped.has(name) || (name === 'year' && this.#mapped.has('date'))
          ? null
          : (constants[name] ?? null),
      )
    await this.#bench.script('intake-judge')
  }

  async find(step: Step): Promise<void> {
    for (const [at, finder] of FINDERS.entries()) {
      if (!this.#idle.has(finder)) {
        const [added] = await this.#bench.ask<{ Count: number }>(`intake-find-${finder}`)
        if (finder === 'marks') this.#marked = added!.Count > 0
      }
      if (at % 2 === 1) step()
    }
    const read = this.#given.files.flatMap(({ reading }) =>
      reading.findings.map((finding) => ({ ...finding, part: partOf(reading, finding.sheet) })),
    )
    await this.#find(read)
    if (!this.#mapped.has('function') && !this.#given.mapping.constants.function)
      await this.#find([
        about(
          'warning',
          'function-missing',
          'Nothing says what the spending is for by function: the lines have none until it is said below.',
        ),
      ])
  }

  async #find(findings: readonly (Finding & { part?: number | null })[]): Promise<void> {
    for (const { severity, rule, row, column, value, message, repair, count, part } of findings)
      await this.#bench.ask('intake-add-finding', {
        severity,
        rule,
        part: part ?? null,
        row,
        header: column,
        value,
        message,
        repair,
        rows: count,
      })
  }

  /** What there is nothing to find of: nested places where none is in another, say. */
  get #idle(): ReadonlySet<(typeof FINDERS)[number]> {
    const idle = new Set<(typeof FINDERS)[number]>()
    const { places } = this.#given.known.catalogue
    const found = this.#found.get('place') ?? new Set()
    const inAnother = (code: string) => {
      for (let up = places.get(code)?.parent; up; up = places.get(up)?.parent) if (found.has(up)) return true
      return false
    }
    if (!this.#districts && ![...found].some(inAnother)) idle.add('nested')
    if (this.#mapped.has('agency') && (this.#found.get('agency')?.size ?? 0) < 2) idle.add('pooled')
    if (!this.#mapped.has('agency')) idle.add('pooled')
    if (!this.#marked) idle.add('control-totals')
    if (!this.#mapped.has('share')) idle.add('shares')
    if (!this.#mapped.has('supplier')) idle.add('people')
    return idle
  }

  async accept(): Promise<void> {
    await this.#bench.script('intake-accept')
  }

  async report(): Promise<{ report: Report; digest: string }> {
    const bench = this.#bench
    const groups = await bench.ask<Report['groups'][number]>('intake-accepted-groups')
    const { known, baselineOf } = this.#given
    const baselines = new Map<string, Baseline | undefined>()
    for (const { year } of groups) if (!baselines.has(year)) baselines.set(year, await baselineOf(year))
    const names = {
      place: (code: string) => placeName(known, code),
      agency: (id: string) => agencyName(known, id),
    }
    await this.#find(magnitudes(groups, names, (year) => baselines.get(year)))
    const files = await this.#files()
    const [accepted] = await bench.ask<{ rows: number; pence: string; digest: string }>(
      'intake-accepted-sums',
    )
    const sums = together(files)
    if (accepted!.rows !== sums.rows.accepted || accepted!.pence !== sums.pence.accepted)
      throw new Error(
        `accepted ${accepted!.rows} rows, ${accepted!.pence} pence: not ${sums.rows.accepted}, ${sums.pence.accepted}`,
      )
    const rules = await bench.ask<Report['rules'][number]>('intake-rules')
    const findings = await bench.ask<
      Omit<Finding, 'column' | 'count'> & { header: string | null; rows: number }
    >('intake-findings', { most: SHOWN })
    return {
      report: {
        files,
        ...sums,
        rules,
        findings: findings.map(({ header, rows, ...rest }) => ({ ...rest, column: header, count: rows })),
        groups: groups.slice(0, 1000),
      },
      digest: accepted!.digest,
    }
  }

  async #files(): Promise<FileReport[]> {
    const sums = new Map((await this.#bench.ask<Sums>('intake-sums')).map((row) => [row.part, row]))
    return this.#parts.map(({ part, file }) => {
      const sum = sums.get(part.part)
      if (sum?.rows_in !== part.data)
        throw new Error(`${sum?.rows_in} rows were checked and ${part.data} read`)
      return {
        name: file,
        sheet: part.sheet,
        rows: part.rows,
        passed: part.passed,
        data: part.data,
        accepted: sum.rows_in - sum.rows_rejected,
        rejected: sum.rows_rejected,
        unread: sum.rows_unread,
        totals: sum.rows_total,
        penceIn: sum.pence_in,
        penceAccepted: String(BigInt(sum.pence_in) - BigInt(sum.pence_rejected)),
        penceRejected: sum.pence_rejected,
        penceTotals: sum.pence_total,
      }
    })
  }
}

interface Sums {
  part: number
  rows_in: number
  pence_in: string
  rows_unread: number
  rows_total: number
  pence_total: string
  rows_rejected: number
  pence_rejected: string
}

const partOf = ({ parts }: Reading, sheet: string | null): number | null =>
  (parts.find((part) => part.sheet === sheet) ?? parts[0])?.part ?? null

const about = (severity: 'warning' | 'note', rule: string, message: string): Finding => ({
  severity,
  rule,
  file: null,
  sheet: null,
  row: null,
  column: null,
  value: null,
  message,
  repair: null,
  count: 1,
})

function told(text: string, amount: Amount, sign: 1 | -1): Row {
  if ('rule' in amount) return [text, null, 'error', amount.rule, amount.message, amount.repair]
  const pence = amount.pence * BigInt(sign)
  if (amount.rounded)
    return [
      text,
      pence,
      'warning',
      'amount-rounded',
      'Amounts are given to less than a penny: they are rounded to the nearest.',
      null,
    ]
  if (amount.nil) return [text, pence, 'note', 'amount-nil', 'A dash is read as nil.', null]
  return [text, pence, null, null, null, null]
}

/**
 * Judges every row of the files read: fills the staging database anew beside the last one and puts it in its
 * place when all is found. Nothing is left where it is stopped or fails.
 * @throws Unreadable, QueryError
 */
export async function check(
  given: ToCheck,
  progress: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<{ report: Report; digest: string }> {
  const file = join(given.folder, STAGING)
  const beside = `${file}.new`
  const clear = () => Promise.all([beside, `${beside}.wal`].map((each) => rm(each, { force: true })))
  await clear()
  const bench = await Workbench.open(beside, given)
  let done = 0
  const step = () => {
    done = Math.min(done + 1, CHECK_STEPS)
    progress(done, CHECK_STEPS)
  }
  let open = true
  try {
    if (signal) bench.heed(signal)
    const work = new Check(bench, given)
    for (const stage of ['load', 'resolve', 'amounts', 'judge'] as const) {
      await work[stage]()
      step()
    }
    await work.find(step)
    await work.accept()
    const result = await work.report()
    step()
    bench.close()
    open = false
    signal?.throwIfAborted()
    await rename(beside, file)
    return result
  } finally {
    if (open) bench.close()
    await clear()
    await rm(join(given.folder, 'spill'), { recursive: true, force: true })
  }
}

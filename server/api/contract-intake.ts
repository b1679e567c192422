import { z } from 'zod'
import { mappingSchema, saysSchema } from '../intake/mapping.ts'
import { MEANINGS, PASSED } from '../intake/terms.ts'

const text = z.string()
const maybe = text.nullable()
const whole = z.int()
/** Whole pence as text, as sums may be beyond 2^53. */
const pence = text.regex(/^-?\d+$/)
const passed = z.object(
  Object.fromEntries(PASSED.map((kind) => [kind, whole])) as Record<(typeof PASSED)[number], typeof whole>,
)

export const mappingRequest = mappingSchema

/** One thing found; row 1 is the first of the file, null where it is of the whole. */
export const finding = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  rule: text,
  file: maybe,
  sheet: maybe,
  row: whole.nullable(),
  column: maybe,
  value: maybe,
  message: text,
  repair: maybe,
  count: whole,
  /** In a report, where like findings are one: the rows after the first, the first few. */
  also: z.array(whole).optional(),
})

export const proposal = z.object({
  columns: z.array(
    z.object({
      header: text,
      meaning: z.enum(MEANINGS),
      /** What all its amounts are of, where it is one of several columns of amounts. */
      says: saysSchema.optional(),
      why: text,
      confidence: z.enum(['high', 'medium', 'low']),
      sample: z.array(text),
    }),
  ),
  mapping: mappingSchema,
  unit: text,
  needed: z.array(z.enum(['place', 'agency', 'year', 'amount'])),
  notes: z.array(text),
})

export const intakeReply = z.object({
  id: text,
  created: text,
  files: z.array(
    z.object({
      name: text,
      bytes: whole,
      sha256: text,
      type: z.enum(['csv', 'xlsx', 'parquet']),
      encoding: maybe,
      tables: z.array(
        z.object({
          sheet: maybe,
          delimiter: text,
          headers: z.array(text),
          headerRow: whole,
          rows: whole,
          data: whole,
          passed,
          passedRows: z.array(z.object({ row: whole, kind: z.enum(PASSED), text })),
          sample: z.array(z.array(text)),
        }),
      ),
      findings: z.array(finding),
    }),
  ),
  /** What the columns seem to mean; null until there is a file. */
  proposal: proposal.nullable(),
  /** As saved; null where the proposal stands. */
  mapping: mappingSchema.nullable(),
})

/** What became of every row: rows in = passed + accepted + rejected, pence in = accepted + rejected. */
export const reportReply = z.object({
  files: z.array(
    z.object({
      name: text,
      sheet: maybe,
      rows: whole,
      passed,
      data: whole,
      accepted: whole,
      rejected: whole,
      /** Rows whose amount cannot be read, among those rejected. */
      unread: whole,
      /** Rows labelled as totals, among those rejected. */
      totals: whole,
      penceIn: pence,
      penceAccepted: pence,
      penceRejected: pence,
      penceTotals: pence,
      /** Where amounts stand across several columns: each is counted as a row, blank cells among those passed over. */
      across: z.object({ rows: whole, columns: whole, blank: whole }).optional(),
    }),
  ),
  rows: z.object({
    in: whole,
    passed,
    data: whole,
    accepted: whole,
    rejected: whole,
    unread: whole,
    totals: whole,
  }),
  pence: z.object({ in: pence, accepted: pence, rejected: pence, totals: pence }),
  rules: z.array(
    z.object({ severity: z.enum(['error', 'warning', 'note']), rule: text, findings: whole, rows: whole }),
  ),
  /** The largest groups of like findings of each rule; findings.csv has every finding. */
  findings: z.array(finding),
  groups: z.array(z.object({ place: text, agency: text, year: text, pence, rows: whole })),
})

export const receiptReply = z.object({
  form: z.literal(1),
  files: z.array(z.object({ name: text, bytes: whole, sha256: text })),
  mapping: text,
  count: z.object({ id: text, hash: text }),
  rows: reportReply.shape.rows,
  pence: reportReply.shape.pence,
  rules: reportReply.shape.rules,
  accepted: text,
})

/** What a check came to, in brief. */
export const checkResult = z.object({
  intake: text,
  rows: reportReply.shape.rows,
  pence: reportReply.shape.pence,
})

export type IntakeReply = z.infer<typeof intakeReply>
export type ReportReply = z.infer<typeof reportReply>
export type FindingReply = z.infer<typeof finding>
export type CheckResult = z.infer<typeof checkResult>
export type MappingDocument = z.infer<typeof mappingSchema>

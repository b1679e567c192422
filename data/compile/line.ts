/** A line of spending before its control fields are known; the columns are those of the count's table `spend`. */
export interface Line {
  line: string
  place: string
  year: string
  agency: string
  function: string
  programme: string
  economic: 'current' | 'capital' | 'transfer_to_people'
  flow: 'own' | 'transfer_in' | 'transfer_out'
  measure: 'net' | 'gross' | 'income'
  phase: 'outturn' | 'budget'
  amount: bigint
  basis: 'recorded' | 'shared_out'
  driver: string | null
  weight: number | null
  whole: bigint | null
  grade: 'A' | 'B' | 'C' | 'D'
  function_grade: 'A' | 'C'
  finance: 'own' | 'grant' | 'mixed'
  tags: string[]
  source: string
  source_file: string
  /** From 1, as a spreadsheet shows it. */
  source_row: number
  source_column: number
  rule: string
}

export interface Agency {
  id: string
  name: string
  sector: string
  department: string
}

/** A line with what the rules of local control say of it: a row of the table `spend`. */
export type ControlledLine = Line & {
  decides: string
  holds: string
  influences: string
}

/** Whether a line is part of the total: own spending at outturn. */
export const counted = ({ flow, phase }: Line): boolean => flow === 'own' && phase === 'outturn'

/** Whether a line stands in place of the Treasury's own rows of local government. */
export const local = (line: Line, regional: string): boolean =>
  line.source !== regional || line.rule === 'cra-council-capital'

export const sum = (lines: readonly { amount: bigint }[]): bigint =>
  lines.reduce((total, { amount }) => total + amount, 0n)

/** The scope tags of a line, sorted; capital is a tag of its own. */
export const tagged = (tags: readonly string[], economic: Line['economic']): string[] =>
  [...new Set(economic === 'capital' ? [...tags, 'capital'] : tags)].sort()

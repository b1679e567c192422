import type { Twin } from '../twin.ts'

/** How a figure was come by: its formula with its own numbers in it, and what it was made from. */
export interface Explanation {
  title: string
  /** Each line one equation or step. */
  formula: string[]
  tables: Twin[]
  notes: string[]
  /** What is unverified, illustrative or assumed and acts on the figure. */
  marks: string[]
}

/** A figure that can be opened. */
export type Asked =
  | { of: 'npv' | 'ratio' | 'payback'; case: CaseName }
  | { of: 'contribution'; partner: string }
  | { of: 'benefit'; partner: string; basis: 'cashable' | 'gross' }
  | { of: 'net'; rule: string; partner: string }
  | { of: 'settlement'; rule: string }
  | { of: 'position'; partner: string | null }
  | { of: 'pot'; year: number | null }
  | { of: 'group'; rule: string; coalition: string }
  | { of: 'outside'; partner: string; rule: string }
  | { of: 'outcome'; outcome: string }
  | { of: 'breakEven' }
  | { of: 'input' | 'sensitivity'; id: string }
  | { of: 'draws' }

export type CaseName = 'cashable' | 'gross' | 'economic'

import type { Fault } from '../../api.ts'

export interface StepInfo {
  id: string
  title: string
  /** Paths of the document the step fills. */
  paths: readonly RegExp[]
}

/** The steps of a scenario in order; each may be left half done. */
export const STEPS: readonly StepInfo[] = [
  { id: 'who', title: 'Who is in, and what each puts in', paths: [/^(name|summary|places|partners|pot)\b/] },
  { id: 'costs', title: 'What it costs', paths: [/^investment\b/] },
  { id: 'changes', title: 'What changes, for whom', paths: [] },
  {
    id: 'when',
    title: 'When it arrives',
    paths: [/^outcomes\.\d+\.(lag|ramp|dropOff|persistence)\b/],
  },
  { id: 'falls', title: 'Who it falls to', paths: [/^outcomes\.\d+\.split\b/] },
  {
    id: 'prices',
    title: 'Prices, years and discounting',
    paths: [/^(horizon|priceBase|deflator|discounting|sharing)\b/],
  },
  { id: 'groups', title: 'What each group could do', paths: [/^coalition\b/] },
  { id: 'sure', title: 'How sure we are', paths: [/^(uncertainty|ranges)\b/] },
]

/** The step that fills a path; the outcomes' own where no other does. */
export const stepOf = (where: string): string =>
  STEPS.find(({ paths }) => paths.some((path) => path.test(where)))?.id ??
  (where.startsWith('outcomes') ? 'changes' : 'who')

export const faultsOf = (step: string, faults: readonly Fault[]) =>
  faults.filter(({ where }) => stepOf(where) === step)

import type { Scenario } from '../document/schema.ts'
import type { Parameters } from '../parameters.ts'
import { mitigatedBias, mixedBias, worstGrade } from '../value/optimism-bias.ts'

type Investment = Scenario['investment'][number]
type Outcome = Scenario['outcomes'][number]

const gradeRow = (grades: readonly number[], { gradeBias }: Parameters) => {
  const grade = worstGrade(grades)
  return gradeBias.grades.find((row) => row.grade === grade)
}

/** Share added to a cost for optimism: given, by type of project with mitigation, or by grade. */
export function costBiasRate({ optimismBias: bias, kind }: Investment, parameters: Parameters): number {
  if (bias.kind === 'none') return 0
  if (bias.kind === 'share') return bias.share
  if (bias.kind === 'grade') return gradeRow(bias.grades, parameters)?.costs ?? 0
  const bound = (type: string, end: 'upper' | 'lower') => {
    const row = parameters.projectBias.find((entry) => entry.type === type)
    const wanted = kind === 'capital' ? (row?.capital ?? row?.operating) : (row?.operating ?? row?.capital)
    return wanted?.[end] ?? 0
  }
  const mixed = (end: 'upper' | 'lower') =>
    mixedBias(bias.mix.map(({ type, share }) => ({ share, upper: bound(type, end) })))
  return mitigatedBias(mixed('upper'), bias.mitigation, mixed('lower'))
}

/** Share taken off a benefit for optimism. */
export function benefitBiasRate({ optimismBias: bias }: Outcome, parameters: Parameters): number {
  if (bias.kind === 'none') return 0
  return bias.kind === 'share' ? bias.share : (gradeRow(bias.grades, parameters)?.benefits ?? 0)
}

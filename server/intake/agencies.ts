import { kindOf } from './agency-kinds.ts'
import { clean, core, normal } from './clean.ts'
import { agencyName, type Known } from './known.ts'
import { nearest } from './nearest.ts'
import { is, refused, told, type Verdict } from './verdict.ts'

const REPAIR = 'Say which agency it is, or write its name as the count has it.'

/** The agency an identifier or name stands for. */
export function agencyOf(given: string, known: Known): Verdict {
  const text = clean(given)
  if (text === '') return refused('agency-missing', 'The agency is blank.', REPAIR)
  const exact = known.agencyNames.get(normal(text)) ?? []
  if (exact.length === 1) return is(exact[0]!)
  if (exact.length > 1)
    return refused(
      'agency-ambiguous',
      `${text} is the name of ${exact.length} agencies: ${exact.join(', ')}.`,
      'Give the identifier instead of the name.',
    )
  const councils = known.councils.get(core(text)) ?? []
  if (councils.length === 1)
    return told(
      councils[0]!,
      'note',
      'agency-name',
      `${text} was read as ${agencyName(known, councils[0]!)}.`,
    )
  if (councils.length > 1)
    return refused(
      'agency-ambiguous',
      `${text} could be ${councils.map((id) => agencyName(known, id)).join(' or ')}.`,
      'Give the full name.',
    )
  const kind = kindOf(text)
  if (kind && known.catalogue.agencies.some(({ id }) => id === kind))
    return told(
      kind,
      'warning',
      'agency-kind',
      `${text} was read as one of ${agencyName(known, kind)}, which the count has together.`,
    )
  const near = known.suggest && !/^E\d{4}$/.test(text) && nearest(normal(text), [...known.agencyNames.keys()])
  const meant = near ? known.agencyNames.get(near)?.[0] : undefined
  return refused(
    'agency-unknown',
    `${text} is no agency of the count.`,
    meant ? `Is it ${agencyName(known, meant)} (${meant})?` : REPAIR,
  )
}

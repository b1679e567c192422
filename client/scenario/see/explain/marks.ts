import { list } from '../../../words.ts'
import type { Shown } from '../shown.ts'

const named = (items: readonly { name?: string | undefined }[]) =>
  list(items.map(({ name }) => `“${name ?? ''}”`))

type Part = 'costs' | 'benefits' | 'coalitions'

/** What is unverified, illustrative or assumed and acts on a figure made from these parts; of one partner, if said. */
export function marksOf({ reply, document }: Shown, parts: readonly Part[], partner?: string): string[] {
  const items = [
    ...(parts.includes('costs') ? document.investment : []),
    ...(parts.includes('benefits')
      ? document.outcomes.filter((one) => !partner || one.split?.some((part) => part.partner === partner))
      : []),
  ]
  const of = (status: string) => items.filter(({ provenance }) => provenance?.status === status)
  const graded = items.filter(({ optimismBias }) => optimismBias?.kind === 'grade')
  const notice = (code: string) => reply.notices.find((one) => one.code === code)?.message
  const marks: (string | false | undefined)[] = [
    of('illustrative').length > 0 && `Illustrative, published by nobody: ${named(of('illustrative'))}.`,
    of('unverified').length > 0 && `Not verified: ${named(of('unverified'))}.`,
    graded.length > 0 &&
      notice('unverified-grade-bias') &&
      `${notice('unverified-grade-bias')} It acts on ${named(graded)}.`,
    notice('forecast-prices'),
    parts.includes('benefits') &&
      reply.sharing.basis === 'cashable' &&
      'The part of each benefit that can be taken out of a budget is assumed: no published rule was found.',
    parts.includes('coalitions') &&
      document.coalition?.kind === 'coverage' &&
      'What each group could do alone follows from reach and fixed cost as set in this scenario, not from a published source.',
  ]
  return marks.filter((mark): mark is string => typeof mark === 'string' && mark !== '')
}

import type { Draft } from '../state/draft.ts'

/** Words by which a unit cost's agency and a partner are recognised as one kind of body; the first that fits. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^not split/i, /$^/],
  [/council|\bLA\b/i, /council|borough|city of|county|unitary|authority|\bLA\b/i],
  [/nhs|health/i, /nhs|health|clinical|hospital|icb/i],
  [
    /police|criminal justice|cjs|prison|courts|probation|legal aid/i,
    /police|justice|prison|probation|court/i,
  ],
  [/dwp|treasury|hmrc/i, /dwp|work and pensions|exchequer|treasury|revenue|hmrc/i],
  [/school|education|dfe/i, /school|education|academ/i],
  [/fire/i, /fire/i],
]

/**
 * The partner a published split most likely means; only one that can be told by its name, and no other
 * fits as well. Else the reader chooses.
 */
export function likelyPartner(document: Draft, agency: string): string | undefined {
  const kind = KINDS.find(([cost]) => cost.test(agency))
  if (!kind) return undefined
  const fits = document.partners.filter(({ id, name }) => kind[1].test(`${name ?? ''} ${id ?? ''}`))
  return fits.length === 1 ? fits[0]!.id : undefined
}

import type { Draft } from '../state/draft.ts'

/** A partner as people know it; its id where it has no name yet. */
export const partnerName = (document: Draft, id: string | undefined) =>
  document.partners.find((partner) => partner.id === id)?.name || id || 'an unnamed partner'

export const partnerOptions = (document: Draft) =>
  document.partners.flatMap(({ id, name }) => (id === undefined ? [] : [{ value: id, text: name || id }]))

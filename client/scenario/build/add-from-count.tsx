import type { Draft } from '../state/draft.ts'

export function AddFromCount({ document: _ }: { document: Draft }) {
  return null
}

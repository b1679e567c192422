import type { Fault } from '../../api.ts'

/** What stands at a path of keys and positions joined by dots. */
const at = (document: unknown, where: string): unknown =>
  where === ''
    ? document
    : where
        .split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)

const MISSING = 'is still to be given'
const EMPTY = 'has nothing in it yet'

/** Whether a fault says only that something has not been given yet. */
export const isMissing = (message: string) => message === MISSING || message === EMPTY

/** A fault as a reader who has only not come to it yet would want it: what is empty is still to be given. */
export function faultInWords(fault: Fault, document: unknown): Fault {
  const value = at(document, fault.where)
  if (value === undefined || value === null) return { ...fault, message: MISSING }
  if (value === '' || (Array.isArray(value) && value.length === 0))
    return { ...fault, message: Array.isArray(value) ? EMPTY : MISSING }
  return fault
}

/** The faults of a document in words; that contributions come to nothing goes without saying while they are still to be given. */
export function faultsInWords(faults: readonly Fault[], document: unknown): Fault[] {
  const words = faults.map((fault) => faultInWords(fault, document))
  const awaited = words.some(
    ({ where, message }) => where.startsWith('pot.contributions.') && isMissing(message),
  )
  return words.filter(
    ({ where, message }) => !(awaited && where === 'pot.contributions' && message === 'come to nothing'),
  )
}

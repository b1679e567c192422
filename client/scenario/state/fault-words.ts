import type { Fault } from '../../api.ts'

/** What stands at a path of keys and positions joined by dots. */
export const at = (document: unknown, where: string): unknown =>
  where === ''
    ? document
    : where
        .split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)

/** A fault as a reader who has only not come to it yet would want it: what is empty is still to be given. */
export function faultInWords(fault: Fault, document: unknown): Fault {
  const value = at(document, fault.where)
  if (value === undefined || value === null) return { ...fault, message: 'is still to be given' }
  if (value === '' || (Array.isArray(value) && value.length === 0))
    return { ...fault, message: Array.isArray(value) ? 'has nothing in it yet' : 'is still to be given' }
  return fault
}

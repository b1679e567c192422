import { shareOf } from '../count/share.ts'
import type { Compared } from './compared-group.ts'
import type { ControlReply } from './contract.ts'

/** What is spent in one of a group; null where nothing is known. */
export interface Figures {
  readonly total: number | null
  readonly persons: number | null
  readonly head: number | null
  readonly share: number | null
  readonly missing: number
}

/** Spending of each of a group, from that of its members apart; a sum a head only where all of it is known. */
export function figuresOf({ data }: ControlReply, compared: readonly Compared[]): Figures[] {
  const at = new Map(data.place!.map((code, row) => [code as string, row]))
  const values = (name: string, members: readonly string[]) =>
    members.map((code) => data[name]![at.get(code)!] as number | null)
  const sum = (parts: readonly (number | null)[]) => parts.reduce<number>((all, part) => all + (part ?? 0), 0)
  return compared.map(({ members }) => {
    const totals = values('denominator', members)
    const people = values('persons', members)
    const known = totals.filter((total) => total !== null)
    const total = known.length > 0 ? sum(known) : null
    const persons = people.includes(null) ? null : sum(people)
    const whole = known.length === members.length
    return {
      total,
      persons,
      head: total !== null && whole && persons ? total / persons : null,
      share: total === null ? null : shareOf(sum(values('numerator', members)), total),
      missing: sum(values('missing', members)),
    }
  })
}

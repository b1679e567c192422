import { exactChange, money } from './format.ts'
import type { Holder, Own, SourceBreak } from './state/own-by.ts'
import { list, yearInWords } from './words.ts'

/** Files of readers by name: “Trust accounts” and “Budget book”. */
export const titled = ({ titles }: Pick<Own, 'titles'>) => list(titles.map((title) => `“${title}”`))

/** The years that hold own figures and of which files, years of the same files together. */
export function ownYearsInWords(years: ReadonlyMap<string, Own>): string {
  const together = new Map<string, string[]>()
  for (const [year, own] of years) {
    const of = titled(own)
    together.set(of, [...(together.get(of) ?? []), yearInWords(year)])
  }
  return [...together].map(([of, when]) => `${list(when)}: ${of}`).join('; ')
}

const holds = (own: Own) =>
  `holds ${money(own.standing)} of your own, ${titled(own)}${own.replaced === 0 ? '' : `, in place of ${money(own.replaced)} that the count had`}`

/** A change whose two years are not measured alike, said with what own figures did to each. */
export function breakInWords({ before, after }: SourceBreak, from: string, year: string): string {
  const [first, second] = [yearInWords(from), yearInWords(year)]
  const moved = [
    ...(before ? [`${first} by ${exactChange(before.standing - before.replaced)}`] : []),
    ...(after ? [`${second} by ${exactChange(after.standing - after.replaced)}`] : []),
  ]
  const told =
    before && after
      ? `${first} ${holds(before)}; ${second} ${holds(after)}`
      : after
        ? `${second} ${holds(after)}; ${first} holds none there`
        : `${first} ${holds(before!)}; ${second} holds none there`
  return `${told}. That moves the total of ${list(moved)} in cash, with everything counted.`
}

const MOST_NAMED = 3

/** Which of some places are measured otherwise than the rest; null where none holds own figures. */
export function otherwiseInWords(holders: readonly Holder[], of: number): string | null {
  if (holders.length === 0) return null
  const titles = titled({ titles: [...new Set(holders.flatMap(({ own }) => own.titles))] })
  const names =
    holders.length > MOST_NAMED ? `${holders.length} of them` : list(holders.map(({ name }) => name))
  const held = `${names} ${holders.length === 1 ? 'holds' : 'hold'} figures of your own, ${titles}`
  if (holders.length >= of) return `${held}: how they differ may be a difference of source.`
  const rest = of - holders.length === 1 ? 'the other' : 'the others'
  return `${held}, and ${holders.length === 1 ? 'is' : 'are'} measured otherwise than ${rest}: part of a difference may be one of source.`
}

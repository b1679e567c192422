import { change, money } from './format.ts'
import { list, lower } from './words.ts'

interface Bridged {
  difference: number
  unexplained: number
  bridge: readonly { label: string; amount: number; reason: string }[]
}

const NOT = /^Not explained by any file here(; )?/

/** Why two figures differ, as far as it is known: what is only likely is said to be so. */
export function reasonInWords(reason: string) {
  const rest = reason.replace(NOT, '')
  if (rest === reason) return reason
  return rest === '' ? 'Not explained' : `Not explained. Likely: ${rest}`
}

/** A difference in its two parts: what named lines explain, and what no file does. */
export function differenceInWords({ difference, unexplained, bridge }: Bridged, gross?: number) {
  if (unexplained === 0) return change(difference)
  const explained = difference - unexplained
  const why = bridge.filter((line) => line.amount !== 0 && !NOT.test(line.reason)).map((line) => line.label)
  const named = why.length > 0 && why.length < 4 ? ` (${list(why.map(lower))})` : ''
  const known = explained === 0 ? '' : `${change(explained)} explained${named}, `
  const both = gross === undefined ? '' : ` (${netAndGross(unexplained, gross)})`
  return `${change(difference)} in all: ${known}${change(unexplained)} that no file explains${both}`
}

/** What is left unexplained, never net without gross: what is too much in one block cancels too little in another. */
export const netAndGross = (net: number, gross: number) =>
  `${money(net)} net, ${money(gross)} adding up both ways`

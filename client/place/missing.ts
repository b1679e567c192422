import { group } from 'd3-array'
import type { Missing } from '../api-types.ts'
import { counted } from '../format.ts'
import { list } from '../words.ts'

const agenciesOf = (missing: readonly Missing[]) => [...group(missing, (row) => row.agency_name)]
const kinds = (missing: readonly Missing[]) =>
  [...new Set(missing.map((row) => row.what))].sort().reverse().join(' or ')

/** Who made no return, in a sentence. */
export function notReturned(missing: readonly Missing[]) {
  const agencies = agenciesOf(missing)
  const alike = new Set(agencies.map(([, rows]) => kinds(rows))).size === 1
  const left = `What ${agencies.length === 1 ? 'it' : 'they'} spent is not in these figures.`
  if (agencies.length <= 2 && alike)
    return `${list(agencies.map(([name]) => name))} made no ${kinds(missing)} return. ${left}`
  const named = agencies.map(([name, rows]) => `${name} (${kinds(rows)})`)
  return `${counted(agencies.length, 'authority', 'authorities')} did not make every return: ${list(named)}. ${left}`
}

/** The short form, beside a figure: "excludes Copeland Borough Council (capital)". */
export function excludes(missing: readonly Missing[]) {
  const agencies = agenciesOf(missing)
  if (agencies.length > 2) return `excludes ${counted(agencies.length, 'authority', 'authorities')} in part`
  const named = ([name, rows]: (typeof agencies)[number]) =>
    new Set(rows.map((row) => row.what)).size > 1 ? name : `${name} (${rows[0]!.what})`
  return `excludes ${list(agencies.map(named))}`
}

/** Returns not made for which own figures are counted, in a sentence: they may be a part of what was spent. */
export function ownCounted(own: readonly Missing[]) {
  const agencies = agenciesOf(own)
  if (agencies.length > 2)
    return `${counted(agencies.length, 'authority', 'authorities')} did not make every return: own figures are counted for ${list(agencies.map(([name, rows]) => `${name} (${kinds(rows)})`))}.`
  return agencies
    .map(([name, rows]) => {
      const places = [...new Set(rows.map((row) => row.place_name))]
      return `${name} made no ${kinds(rows)} return: own figures are counted for it in ${list(places)}.`
    })
    .join(' ')
}

/** The short form, beside a figure: "with own figures for Copeland Borough Council (revenue)". */
export function ownBeside(own: readonly Missing[]) {
  const agencies = agenciesOf(own)
  if (agencies.length > 2)
    return `with own figures for returns of ${counted(agencies.length, 'authority', 'authorities')}`
  return `with own figures for ${list(agencies.map(([name, rows]) => `${name} (${kinds(rows)})`))}`
}

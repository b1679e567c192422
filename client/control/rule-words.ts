import type { ControlRule, Count } from '../api-types.ts'
import type { ClassRule, Test } from '../state/rules.ts'
import { ECONOMIC, list, lower } from '../words.ts'

export const FINANCE: Record<string, string> = {
  own: 'paid from own money',
  grant: 'paid by grant',
  mixed: 'paid from own money and grant',
}

type Known = Pick<Count, 'control_rules' | 'sectors' | 'agencies' | 'functions' | 'classes'>

const either = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
const unknown = (id: string) => `“${id}”, which this count does not know`
const valuesOf = (field: string | null) => field?.split('|').filter(Boolean) ?? []

const sectorName = ({ sectors }: Known, id: string) =>
  sectors.find((one) => one.id === id)?.name ?? unknown(id)
const agencyName = ({ agencies }: Known, id: string) =>
  agencies.find((one) => one.id === id)?.name ?? unknown(id)

/** Functions by name: a division where every function of it is meant. */
export function functionsInWords({ functions }: Pick<Count, 'functions'>, codes: readonly string[]) {
  const left = new Set(codes)
  const words: string[] = []
  for (const division of new Set(functions.map((one) => one.division))) {
    const own = functions.filter((one) => one.division === division)
    if (!own.every(({ code }) => left.has(code))) continue
    words.push(lower(own[0]!.division_name))
    for (const { code } of own) left.delete(code)
  }
  for (const code of left) {
    const name = functions.find((one) => one.code === code)?.name
    words.push(name ? lower(name) : unknown(code))
  }
  return either(words)
}

/** What a rule that ships is of: Councils: education. */
export function shippedInWords(known: Known, rule: ControlRule): string {
  const sectors = valuesOf(rule.sector).map((id) => sectorName(known, id))
  const agencies = valuesOf(rule.agency).map((id) => agencyName(known, id))
  const who = agencies.length > 0 ? agencies : sectors
  const on = valuesOf(rule.function).map((code) => {
    const one = known.functions.find((each) => each.code === code)
    return one ? lower(one.name) : code
  })
  const what = [
    ...(on.length > 0 ? [either(on)] : []),
    ...valuesOf(rule.economic).map((id) => ECONOMIC[id] ?? id),
    ...valuesOf(rule.finance).map((id) => FINANCE[id] ?? id),
  ]
  const special = SPECIAL[rule.id]
  if (special) return special
  if (who.length === 0) return `Everything else: ${lower(rule.reason)}`
  return `${list(who)}: ${what.length > 0 ? what.join(', ') : 'everything else'}`
}

/** Rules that what they test says badly. */
const SPECIAL: Record<string, string> = {
  'farm-payments': 'Environment and farming: payments to farmers',
  'bus-grant': 'National transport: grant to bus services',
  children: 'Councils: family and children',
  adults: 'Councils: adult social care and the rest of social protection',
  'public-health': 'Councils: public health',
  nhs: 'NHS trusts and commissioners',
}

const WORDS: Record<Test, (known: Known, values: readonly string[]) => string> = {
  rule: (known, ids) =>
    either(
      ids.map((id) => {
        const rule = known.control_rules.find((one) => one.id === id)
        return rule ? shippedInWords(known, rule) : unknown(id)
      }),
    ),
  sector: (known, ids) => either(ids.map((id) => sectorName(known, id))),
  agency: (known, ids) => either(ids.map((id) => agencyName(known, id))),
  function: (known, codes) => `on ${functionsInWords(known, codes)}`,
  economic: (_, ids) => either(ids.map((id) => ECONOMIC[id] ?? id)),
  finance: (_, ids) => either(ids.map((id) => FINANCE[id] ?? id)),
  class: (_, ids) => `now in class ${either(ids)}`,
}

/** The lines a rule of the reader's fits, in words. */
export const fitsInWords = (known: Known, { tests }: ClassRule) =>
  (Object.keys(WORDS) as Test[])
    .flatMap((test) => (tests[test] ? [WORDS[test](known, tests[test])] : []))
    .join('; ')

/** A class by number and name. */
export const classInWords = ({ classes }: Pick<Count, 'classes'>, one: number) =>
  `class ${one}, ${classes.find((each) => each.class === one)?.name ?? ''}`

/** A rule of the reader's in words: what it fits and the class that it gives. */
export const ruleInWords = (known: Known, rule: ClassRule) =>
  `${fitsInWords(known, rule)}: ${classInWords(known, rule.class)}`

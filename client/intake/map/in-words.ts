import { opened } from '../../state/count.ts'
import { ECONOMIC, list, upperFirst, yearInWords } from '../../words.ts'
import type { Constant, Mapping, Says } from './mapping.ts'
import { MEANING_WORDS } from './meanings.ts'

/** The name of a place, agency or function of the count; the code itself where it has none. */
export function nameOf(kind: 'place' | 'agency' | 'function', id: string): string {
  const known = opened.answer.value
  if (!known) return id
  if (kind === 'place') return known.byCode.get(id)?.name ?? id
  if (kind === 'agency') return known.count.agencies.find((one) => one.id === id)?.name ?? id
  const found = known.count.functions.find((one) => one.code === id)
  return found ? `${found.code} ${found.name}` : id
}

export const FLOW: Record<string, string> = {
  own: 'own spending',
  transfer_in: 'transfers in',
  transfer_out: 'transfers out',
}

/** What is said of all rows, in words: the value of a constant. */
function constantInWords(name: Constant, value: string): string {
  if (name === 'place' || name === 'agency' || name === 'function') return nameOf(name, value)
  if (name === 'year') return yearInWords(value)
  if (name === 'economic') return ECONOMIC[value] ?? value
  if (name === 'flow') return FLOW[value] ?? value
  return value
}

/** What all amounts of a column are of: Adult social care; 10 Social protection; capital. */
export const saysInWords = (says: Says): string =>
  (['programme', 'function', 'year', 'place', 'agency', 'economic', 'flow', 'phase'] as const)
    .flatMap((name) => {
      const value = says[name]
      return value === undefined ? [] : [name === 'programme' ? value : constantInWords(name, value)]
    })
    .join('; ')

/** What a mapping does, in a sentence or two, so that a reader knows what using it again will say. */
export function mappingInWords(mapping: Mapping): string {
  const amounts = mapping.columns.filter(({ meaning }) => meaning === 'amount').length
  const several = amounts > 1
  const read = mapping.columns
    .filter(({ meaning }) => meaning !== 'ignore' && meaning !== 'other-amount')
    .filter(({ meaning }) => !several || meaning !== 'amount')
    .map(({ header, meaning }) => `${header} as ${lowerFirst(MEANING_WORDS[meaning].name)}`)
  const all = (Object.entries(mapping.constants) as [Constant, string][]).map(([name, value]) =>
    constantInWords(name, value),
  )
  const matched = Object.values(mapping.values).reduce(
    (sum, texts) => sum + Object.keys(texts ?? {}).length,
    0,
  )
  const parts = [
    `Reads ${list(several ? [...read, `${amounts} columns as amounts`] : read)}, in ${mapping.unit}.`,
    mapping.placeOf ? 'Places each agency where the count has it.' : '',
    all.length > 0 ? `Says of every row: ${list(all)}.` : '',
    matched > 0 ? `Knows what ${matched === 1 ? 'one text stands' : `${matched} texts stand`} for.` : '',
    mapping.sign === -1 ? 'Spending is written as less than nought.' : '',
  ]
  return parts.filter(Boolean).join(' ')
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** A fault of a mapping the server found, in the words of the form. */
export function faultInWords(where: string, message: string): string {
  const [kind, name = '', ...rest] = where.split('.')
  if (kind === 'values') return `“${rest.join('.')}”: the ${name} chosen for it ${message}.`
  if (kind === 'constants') return `${upperFirst(name)}: ${message}.`
  return `${upperFirst(message)}.`
}

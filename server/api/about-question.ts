import type { Count } from '../count/open.ts'
import type { About } from '../export/about.ts'
import { type Asked, missingFrom, ownReturns } from './asked.ts'
import { askedAddress } from './asked-address.ts'
import type { ControlReply, MissingReturn, TableReply } from './contract.ts'
import { FILTERS } from './dimensions.ts'
import { inWords } from './in-words.ts'
import { namesOf } from './names.ts'
import { ownTold } from './own-told.ts'
import { rulesInWords } from './rules-in-words.ts'
import { viewLink } from './view-link.ts'

/** The parts of any question of a table that its exports speak of. */
export interface Question extends Asked {
  readonly tier?: string | undefined
  readonly definition?: string | undefined
  readonly named?: string | undefined
  readonly moves?: string | undefined
  readonly from?: string | undefined
  readonly decides?: readonly string[] | undefined
  readonly holds?: readonly string[] | undefined
  readonly flow?: string | undefined
  readonly per?: 'total' | 'head' | undefined
  /** What colours the map of the view. */
  readonly measure?: 'total' | 'head' | 'share' | undefined
}

/** What a reply says of its own scope, where it is about spending. */
type Scoped = TableReply & {
  years?: string[]
  tier?: string
  definition?: { name: string }
  deflation?: ControlReply['deflation']
  missing?: MissingReturn[]
  own_returns?: MissingReturn[]
}

function titleOf(path: string, asked: Question, reply: Scoped, { catalogue }: Count): string {
  const opening = {
    '/devolution': `What devolution as set out would do to the share under local control (${reply.definition?.name}) of what is spent`,
    '/change': `How what is spent changed since ${asked.from}`,
    '/chain': 'Who decides, holds and spends what is spent',
    '/control': `How much is under local control (${reply.definition?.name}) of what is spent`,
    '/lines':
      asked.flow === 'transfers'
        ? 'Which transfers are left out of what is spent'
        : 'Which lines make up what is spent',
  }[path]
  if (path === '/amended') return 'What files of readers put in place of what'
  if (path === '/replaced') return 'Which lines were taken out for what files of readers put in'
  if (path === '/published') return 'What others have published of what is spent, beside this count'
  if (path === '/comparators') return `Which places are most like ${(reply.data.place_name as string[])[0]}?`
  if (path !== '/places') return inWords(asked, catalogue, opening)
  const set = catalogue.sets.find(({ id }) => `set:${id}` === reply.tier)
  return `Which places are of ${set ? `the set ${set.name}` : `the ${reply.tier} tier`}?`
}

/** The prices of a reply: a line for a reader who has only the file. */
function pricesOf({ deflation }: Scoped): string {
  if (!deflation) return 'Cash of the year: not adjusted for inflation'
  const { base, title, publisher, published, note, forecast } = deflation
  const forecasts = forecast ? ' Some of its indices are forecasts.' : ''
  return `Real terms, in prices of ${base}, by GDP deflator: ${publisher}, ${title}, ${published}. ${note}.${forecasts}`
}

/** Tables of how the count was made, which no scope narrows. */
const OF_THE_COUNT = new Set(['/amended', '/replaced'])

function factsOf(path: string, asked: Question, reply: Scoped, { catalogue }: Count): [string, string][] {
  if (path === '/published')
    return [
      ['Published', 'In cash of the year each source gives'],
      ['This count', 'The nearest question it can be asked, in cash: neither figure is adjusted'],
    ]
  if (OF_THE_COUNT.has(path)) return [['Prices', 'Cash of the year: not adjusted for inflation']]
  const { years } = reply
  if (!years) return [['Population of', catalogue.latest]]
  const changed = (label: string, rules: string | undefined): [string, string][] =>
    rulesInWords(rules, catalogue).map((rule, index) => [`${label} ${index + 1}`, rule])
  const names = namesOf(catalogue).place
  const tags = catalogue.scopeTags.filter(({ tag }) => asked.scope?.includes(tag))
  const set = (code: string) => catalogue.sets.find(({ id }) => `set:${id}` === code)?.name
  const named = (code: string) => `${set(code) ?? names.get(code) ?? code} (${code})`
  return [
    ...(asked.called && asked.places
      ? ([["The reader's own name of the places", asked.called]] as [string, string][])
      : []),
    ['Place', asked.places ? asked.places.map(named).join(', ') : 'England, and what no place holds'],
    ['Year', years.join(', ')],
    ['Prices', pricesOf(reply)],
    [
      'Scope',
      tags.length ? `Without ${tags.map(({ name }) => name.toLowerCase()).join(', ')}` : 'Everything counted',
    ],
    [
      'Returns not made',
      asked.fill ? 'Budgets stand in where there is one, as estimates' : 'Left out, never zero',
    ],
    ...changed("Rule of the reader's own", asked.rules),
    ...changed('Devolved, what if', asked.moves),
    ...(['decides', 'holds'] as const).flatMap((name): [string, string][] =>
      asked[name] ? [[name === 'decides' ? 'Only decided by' : 'Only held by', asked[name].join(', ')]] : [],
    ),
    ...FILTERS.flatMap((name): [string, string][] =>
      asked[name] ? [[`Only ${name}`, asked[name].join(', ')]] : [],
    ),
  ]
}

const SAFE_ORIGIN = /^https?:\/\/[\w.:[\]-]{1,260}$/

/** What the exports of an answer say beside its table. `rows` is of the whole table, `origin` where it was asked. */
export function aboutQuestion(
  count: Count,
  path: string,
  asked: Question,
  reply: TableReply,
  { rows, origin, software }: { rows: number; origin: string; software: string },
): About {
  const { id, hash, title, compiled, catalogue } = count
  const { sources, classes, scopeTags } = catalogue
  const scoped: Scoped = reply
  const told = !(path === '/places' || path === '/published' || OF_THE_COUNT.has(path))
  return {
    title: titleOf(path, asked, reply, count),
    facts: [...factsOf(path, asked, reply, count), ...ownTold(count)],
    rows,
    count: { id, hash, title, compiled },
    software,
    origin: SAFE_ORIGIN.test(origin) ? origin : '',
    address: askedAddress(path, asked),
    csv: askedAddress(`${path}.csv`, asked),
    view: viewLink(path, asked, hash),
    missing: told ? (scoped.missing ?? missingFrom(asked, catalogue)) : [],
    ownReturns: told ? (scoped.own_returns ?? ownReturns(asked, catalogue)) : [],
    sources,
    classes,
    scopeTags,
  }
}

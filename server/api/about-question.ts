import type { Count } from '../count/open.ts'
import type { About } from '../export/about.ts'
import { type Asked, missingFrom } from './asked.ts'
import { askedAddress } from './asked-address.ts'
import type { TableReply } from './contract.ts'
import { FILTERS } from './dimensions.ts'
import { inWords } from './in-words.ts'
import { namesOf } from './names.ts'
import { viewLink } from './view-link.ts'

/** The parts of any question of a table that its exports speak of. */
export interface Question extends Asked {
  readonly tier?: string | undefined
  readonly definition?: string | undefined
  readonly decides?: readonly string[] | undefined
  readonly holds?: readonly string[] | undefined
  readonly flow?: string | undefined
  readonly per?: 'total' | 'head' | undefined
}

/** What a reply says of its own scope, where it is about spending. */
type Scoped = TableReply & { years?: string[]; tier?: string; definition?: { name: string } }

function titleOf(path: string, asked: Question, reply: Scoped, { catalogue }: Count): string {
  const opening = {
    '/control': `How much is under local control (${reply.definition?.name}) of what is spent`,
    '/lines':
      asked.flow === 'transfers'
        ? 'Which transfers are left out of what is spent'
        : 'Which lines make up what is spent',
  }[path]
  if (path === '/published') return 'What others have published of what is spent, beside this count'
  if (path === '/comparators') return `Which places are most like ${(reply.data.place_name as string[])[0]}?`
  if (path !== '/places') return inWords(asked, catalogue, opening)
  const set = catalogue.sets.find(({ id }) => `set:${id}` === reply.tier)
  return `Which places are of ${set ? `the set ${set.name}` : `the ${reply.tier} tier`}?`
}

function factsOf(path: string, asked: Question, { years }: Scoped, { catalogue }: Count): [string, string][] {
  if (path === '/published')
    return [
      ['Published', 'In cash of the year each source gives'],
      ['This count', 'The nearest question it can be asked, in cash: neither figure is adjusted'],
    ]
  if (!years) return [['Population of', catalogue.latest]]
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
    ['Prices', 'Cash of the year: not adjusted for inflation'],
    [
      'Scope',
      tags.length ? `Without ${tags.map(({ name }) => name.toLowerCase()).join(', ')}` : 'Everything counted',
    ],
    [
      'Returns not made',
      asked.fill ? 'Budgets stand in where there is one, as estimates' : 'Left out, never zero',
    ],
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
  return {
    title: titleOf(path, asked, reply, count),
    facts: factsOf(path, asked, reply, count),
    rows,
    count: { id, hash, title, compiled },
    software,
    origin: SAFE_ORIGIN.test(origin) ? origin : '',
    address: askedAddress(path, asked),
    csv: askedAddress(`${path}.csv`, asked),
    view: viewLink(path, asked),
    missing: path === '/places' || path === '/published' ? [] : missingFrom(asked, catalogue),
    sources,
    classes,
    scopeTags,
  }
}

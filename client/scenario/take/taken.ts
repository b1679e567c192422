import { address } from '../../api.ts'
import { asked, placesOf } from '../../state/asked.ts'
import { count } from '../../state/count.ts'
import { definition, definitionAsked } from '../../state/definition.ts'
import { ENGLAND } from '../../state/state.ts'
import { kept } from '../keep/keeping.ts'
import type { Draft } from '../state/draft.ts'

/** What a scenario leaves as, each in one press. */
export const FILES = {
  workbook: { path: '/exports/scenario.xlsx', name: 'Workbook', what: 'recalculates in a spreadsheet' },
  case: { path: '/exports/business-case.docx', name: 'Business case', what: 'Word, the five cases' },
  agreement: { path: '/exports/agreement.docx', name: 'Agreement', what: 'Word, the schedule' },
  zip: { path: '/exports/scenario.zip', name: 'Everything', what: 'zip of files and pictures' },
} as const
export type FileOf = keyof typeof FILES

export type PictureOf =
  | 'pays-gains'
  | 'pot'
  | 'cumulative'
  | 'benefits'
  | 'bargaining'
  | 'tornado'
  | 'switching'

const nameOf = (document: Draft) => document.name?.trim() || undefined
const link = () => `${location.pathname}${location.search}`

/** The body that a file of the scenario is asked for with: the document, and what is known of it here. */
export function bodyOf(of: FileOf, document: Draft) {
  const saved = kept.value?.version ?? null
  const open = count.value?.count
  if (of === 'workbook' || of === 'zip')
    return {
      scenario: document,
      ...(nameOf(document) ? { name: nameOf(document) } : {}),
      ...(saved ? { version: `${saved.name}, version ${saved.version}` } : {}),
      link: link(),
      ...(open ? { count: { id: open.id, hash: open.hash } } : {}),
    }
  const { year, scope, fill, prices } = asked.value!
  const { definition: chosen, rules, named } = definitionAsked(definition.value!)
  const places = document.places.flatMap((code) => code ?? [])
  const question = {
    places: places.length > 0 ? placesOf(places.includes(ENGLAND) ? [ENGLAND] : places) : '',
    year,
    scope,
    fill,
    prices,
    definition: chosen,
    rules,
    named,
  }
  return {
    document,
    ...(nameOf(document) ? { name: nameOf(document) } : {}),
    ...(saved ? { version: saved.version } : {}),
    ...(kept.value?.preset ? { preset: kept.value.preset.id } : {}),
    link: link(),
    ...Object.fromEntries(Object.entries(question).filter(([, value]) => value !== '')),
  }
}

export const addressOf = (of: FileOf) => address(FILES[of].path)
export const pictureAddressOf = (of: PictureOf, form: 'svg' | 'png') => address(`/pictures/${of}.${form}`)

import type { CountName, Full, Item, Version, VersionBrief } from './item.ts'

interface CountColumns {
  count_id: string | null
  count_hash: string | null
}

export type ItemRow = Omit<Item, 'count'> & CountColumns
export type BriefRow = Omit<VersionBrief, 'count' | 'result'> & CountColumns & { result: string | null }
export type VersionRow = BriefRow & { document: string }

const countOf = ({ count_id, count_hash }: CountColumns): CountName | null =>
  count_id === null || count_hash === null ? null : { id: count_id, hash: count_hash }

export function itemOf({ count_id, count_hash, ...item }: ItemRow): Item {
  return { ...item, count: countOf({ count_id, count_hash }) }
}

export function briefOf({ count_id, count_hash, result, ...brief }: BriefRow): VersionBrief {
  return {
    ...brief,
    count: countOf({ count_id, count_hash }),
    result: result === null ? null : JSON.parse(result),
  }
}

export function versionOf({ document, ...brief }: VersionRow): Version {
  return { ...briefOf(brief), document: JSON.parse(document) }
}

export const fullOf = (item: Item, current: Version): Full => ({ ...item, current })

import type { Row } from '../../server/count/schema.ts'
import { listed, model } from './model.ts'

type Name =
  | 'id'
  | 'places'
  | 'place_as_published'
  | 'year_as_published'
  | 'our_year'
  | 'measure'
  | 'part_as_published'
  | 'qualifier'
  | 'amount'
  | 'ratio'
  | 'coverage'
  | 'gross_or_net'
  | 'confidence'
  | 'our_scope'
  | 'our_definition'
  | 'our_filter'
  | 'how_near'
  | 'publisher'
  | 'title'
  | 'url'
  | 'stored_copy'

/** Counts that others have published: rows of the count's table, from data/model. */
export const publishedRows = (): Row[] =>
  model<Name>('published-counts').map((row) => ({
    ...row,
    places: listed(row.places).sort(),
    part_as_published: row.part_as_published || null,
    amount: row.amount === '' ? null : BigInt(row.amount),
    ratio: row.ratio === '' ? null : Number(row.ratio),
    our_scope: listed(row.our_scope).sort(),
    our_definition: row.our_definition || null,
    our_filter: row.our_filter || null,
    url: row.url || null,
    stored_copy: row.stored_copy || null,
  }))

/** What a question says that a view of the client can show. */
interface Shown {
  readonly year?: string | readonly string[] | undefined
  readonly places?: readonly string[] | undefined
  readonly called?: string | undefined
  readonly scope?: readonly string[] | undefined
  readonly fill?: 'budget' | undefined
  readonly definition?: string | undefined
  readonly prices?: string | undefined
  readonly rules?: string | undefined
  readonly named?: string | undefined
  readonly moves?: string | undefined
  readonly from?: string | undefined
  readonly per?: 'total' | 'head' | undefined
  readonly measure?: 'total' | 'head' | 'share' | undefined
}

const MEASURES: Readonly<Record<string, string>> = {
  '/spend': 'total',
  '/control': 'share',
  '/change': 'total',
  '/devolution': 'share',
  '/chain': 'total',
}
const PAGES: Readonly<Record<string, string>> = { '/devolution': 'control', '/chain': 'flow' }

/** Path of the view nearest a question, as client/state/url.ts reads it, of a count by its hash or of the one served; null where there is none. */
export function viewLink(path: string, asked: Shown, hash?: string): string | null {
  const years = [asked.year ?? []].flat()
  const measure = asked.measure ?? (asked.per === 'head' ? 'head' : MEASURES[path])
  if (!measure || years.length > 1 || asked.places?.includes('not-placed')) return null
  const parts: Record<string, string | undefined> = {
    page: PAGES[path],
    m: measure,
    d: asked.definition,
    r: asked.rules,
    n: asked.named,
    w: asked.moves,
    c: asked.prices === 'cash' ? undefined : asked.prices,
    b: asked.from,
    y: years[0],
    x: asked.scope?.join(','),
    f: asked.fill,
    p: asked.places?.join(','),
    pn: asked.places && asked.places.length > 1 ? asked.called : undefined,
    of: hash,
  }
  const set = Object.entries(parts).filter(([, value]) => value)
  return `/?v=1&${set.map(([key, value]) => `${key}=${encodeURIComponent(value!)}`).join('&')}`
}

import { API } from './address.ts'
import type { LinesQuestion } from './answer-lines.ts'
import type { LinesReply } from './contract.ts'

/** Address of the page of lines after this one; null after the last. */
export function nextPage(
  asked: LinesQuestion,
  { offset, rows, limit, matched }: Pick<LinesReply, 'offset' | 'rows' | 'limit' | 'matched'>,
): string | null {
  if (rows === 0 || offset + rows >= matched) return null
  const scope = asked.scope?.map((tag) => `-${tag}`)
  const next = { ...asked, scope, limit, offset: offset + rows }
  const parts = Object.entries(next)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${[value].flat().map(String).map(encodeURIComponent).join(',')}`)
  return `${API}/lines?${parts.join('&')}`
}

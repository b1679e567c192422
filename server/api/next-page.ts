import type { LinesQuestion } from './answer-lines.ts'
import { askedAddress } from './asked-address.ts'
import type { LinesReply } from './contract.ts'

/** Address of the page of lines after this one; null after the last. */
export function nextPage(
  asked: LinesQuestion,
  { offset, rows, limit, matched }: Pick<LinesReply, 'offset' | 'rows' | 'limit' | 'matched'>,
): string | null {
  if (rows === 0 || offset + rows >= matched) return null
  return askedAddress('/lines', { ...asked, limit, offset: offset + rows })
}

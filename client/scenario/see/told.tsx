import { list } from '../../words.ts'
import { ruleName, yearName } from './names.ts'
import type { Shown } from './shown.ts'

/** What a reader must be told beside the figures. */
export function Told({ shown }: { shown: Shown }) {
  const { notices } = shown.reply
  if (notices.length === 0) return null
  return (
    <ul class="marks-of" aria-label="Beside the figures">
      {notices.map(({ code, message }) => (
        <li key={code}>{own(shown, code) ?? message}</li>
      ))}
    </ul>
  )
}

/** Notices said better with what is on screen: years counted from 1, the rule by its name. */
function own({ reply }: Shown, code: string): string | null {
  if (code === 'loss')
    return `The programme loses money, ${reply.sharing.basis}; the loss is shared by the rule “${ruleName(reply.sharing.rule)}”.`
  if (code !== 'pot-short') return null
  const short = reply.ledger.filter(({ shortfall }) => shortfall > 0.005)
  return `The pot is short in ${list(short.map(({ year }) => yearName(year)))}, and that must be made up.`
}

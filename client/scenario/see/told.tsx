import type { Shown } from './shown.ts'

/** What a reader must be told beside the figures. */
export function Told({ shown }: { shown: Shown }) {
  const { notices } = shown.reply
  if (notices.length === 0) return null
  return (
    <ul class="marks-of" aria-label="Beside the figures">
      {notices.map(({ code, message }) => (
        <li key={code}>{message}</li>
      ))}
    </ul>
  )
}

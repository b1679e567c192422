import { MEANING_ORDER, MEANING_WORDS } from './meanings.ts'

/** What every meaning does, one press away. */
export function MeaningHelp() {
  return (
    <details class="more">
      <summary>What the meanings are</summary>
      <dl class="terms">
        {MEANING_ORDER.map((meaning) => (
          <div key={meaning}>
            <dt>{MEANING_WORDS[meaning].name}</dt>
            <dd>{MEANING_WORDS[meaning].means}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

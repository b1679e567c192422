import { percentTenth } from '../../../format.ts'
import { edit, scenarioDocument } from '../../state/document.ts'
import { ruleName, standing } from '../names.ts'
import type { Shown } from '../shown.ts'
import { normalised, type Shares, sharesFromNets, sharesOf, withShares } from '../split.ts'
import { pointed } from './pointed.ts'

/** Finer than the split that holds best can need: shares in millionths. */
const FINE = 1_000_000

/** Ways to begin a split of your own, and what its shares add up to. */
export function SplitTools({ shown }: { shown: Shown }) {
  const { partners, sharing } = shown.reply
  const rule = standing(shown)
  const shares = sharesOf(scenarioDocument.value ?? shown.document, partners)
  const sum = shares?.reduce((total: number, share) => total + (share ?? 0), 0) ?? null
  const take = (next: Shares | null, label: string) => {
    pointed.value = next ? { rule: 'byHand', test: null } : null
    edit((document) => withShares(document, next), label)
  }
  const best = sharing.holding
  return (
    <div class="split-tools">
      <span class="split-title">Your split</span>
      {rule && rule.rule !== 'byHand' && (
        <button
          type="button"
          class="button small"
          onClick={() => take(sharesFromNets(partners, rule.nets), 'your split')}
        >
          Begin with {ruleName(rule.rule)}
        </button>
      )}
      {best?.exists && best.nets && (
        <button
          type="button"
          class="button small"
          onClick={() => take(sharesFromNets(partners, best.nets!, FINE), 'your split')}
        >
          {sharing.game ? 'Use the split that holds best' : 'Begin with equal parts'}
        </button>
      )}
      {shares && (
        <button type="button" class="button small" onClick={() => take(null, 'clearing your split')}>
          Clear
        </button>
      )}
      <span class="note" role="status">
        {shares === null || sum === null
          ? 'Type what part of the gain each partner should have.'
          : normalised(shares) === null
            ? 'Your shares add up to nothing: there is no split in them yet.'
            : Math.abs(sum - 1) < 5e-7
              ? 'Your shares add up to 100%.'
              : `Your shares add up to ${percentTenth(sum)}: each counts as its part of that.`}
      </span>
    </div>
  )
}

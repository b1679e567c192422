import type { Step } from '../state/state.ts'

export const STEP_WORDS: Record<Step, { tab: string; title: string }> = {
  bring: { tab: 'Bring', title: 'Bring your files' },
  map: { tab: 'Columns', title: 'Say what the columns mean' },
  check: { tab: 'Check', title: 'What became of every row' },
  publish: { tab: 'Publish', title: 'Place and publish' },
  counts: { tab: 'Counts kept', title: 'Counts kept' },
}

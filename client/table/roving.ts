const STOP = 'button:not([disabled]), input'

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-12, 0],
  PageDown: [12, 0],
}

/** Moves the focus about a grid by arrow keys: one stop for the tab key, as the grid pattern of ARIA has it. */
export function rove(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const from = event.target as HTMLElement
  const all = [...event.currentTarget.querySelectorAll('tr')]
  const rows = all.filter((row) => row.getClientRects().length > 0 && row.querySelector(STOP))
  const stops = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>(STOP)]
  const row = rows.findIndex((one) => one.contains(from))
  if (row === -1) return
  const column = stops(rows[row]!).indexOf(from)
  const go = (to: HTMLElement | undefined) => {
    if (!to) return
    event.preventDefault()
    for (const one of event.currentTarget.querySelectorAll<HTMLElement>(STOP)) one.tabIndex = -1
    to.tabIndex = 0
    to.focus()
  }
  if (event.key === 'Home') return go(stops(event.ctrlKey ? rows[0]! : rows[row]!)[0])
  if (event.key === 'End') return go(stops(event.ctrlKey ? rows.at(-1)! : rows[row]!).at(-1))
  const step = ARROWS[event.key]
  if (!step) return
  const next = rows[Math.max(0, Math.min(rows.length - 1, row + step[0]))]!
  const across = stops(next)
  go(across[Math.max(0, Math.min(across.length - 1, column + step[1]))])
}

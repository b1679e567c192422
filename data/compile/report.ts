import { classOf } from './control.ts'
import { type Agency, type ControlledLine, counted, sum } from './line.ts'
import { model } from './model.ts'
import type { ControlTotal } from './reconcile/control-total.ts'

const thousands = (amount: bigint) => {
  const [digits, sign] = amount < 0n ? [String(-amount), '-'] : [String(amount), '']
  return sign + digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Print the reconciliation: each block, published, compiled, difference, status and bridge. */
export function printReconciliation(totals: readonly ControlTotal[]): void {
  console.log(
    `\n${'published'.padStart(45 + 22)}${'compiled'.padStart(22)}${'difference'.padStart(18)}  status`,
  )
  for (const total of totals) {
    const name = `${total.kind}: ${total.covers}`.slice(0, 44).padEnd(45)
    console.log(
      name +
        thousands(total.published).padStart(22) +
        thousands(total.compiled).padStart(22) +
        thousands(total.difference).padStart(18) +
        `  ${total.status}`,
    )
    if (total.kind === 'return' || total.kind === 'total')
      for (const { label, amount } of total.bridge)
        console.log(`${''.padEnd(8)}${label.slice(0, 80).padEnd(81)}${thousands(amount).padStart(18)}`)
  }
  const blocks = totals.filter(({ kind }) => kind === 'bridge')
  const net = blocks.reduce((all, { unexplained }) => all + unexplained, 0n)
  const gross = blocks.reduce(
    (all, { unexplained }) => all + (unexplained < 0n ? -unexplained : unexplained),
    0n,
  )
  console.log(
    `\nExplained by no file here: £${thousands(net)} net, £${thousands(gross)} adding up both ways\n`,
  )
}

/** Print the classes of local control and the shares under each shipped definition. */
export function printClasses(lines: readonly ControlledLine[], agencies: ReadonlyMap<string, Agency>): void {
  const own = lines.filter(counted)
  const byClass = new Map<number, bigint>()
  for (const line of own) {
    const at = classOf(line, agencies)
    byClass.set(at, (byClass.get(at) ?? 0n) + line.amount)
  }
  const whole = sum(own)
  const share = (part: bigint) => `${(Number((part * 10_000n) / whole) / 100).toFixed(2)}%`.padStart(8)
  for (const { class: at, name } of model<'class' | 'name'>('control-classes')) {
    const part = byClass.get(Number(at)) ?? 0n
    console.log(`${at} ${name.padEnd(42)}${thousands(part).padStart(20)}${share(part)}`)
  }
  for (const { name, classes } of model<'name' | 'classes'>('control-definitions')) {
    const part = classes.split('|').reduce((all, at) => all + (byClass.get(Number(at)) ?? 0n), 0n)
    console.log(`  ${name.padEnd(42)}${thousands(part).padStart(20)}${share(part)}`)
  }
  console.log('')
}

import { classOf } from './control.ts'
import { bySize, type Edition } from './editions.ts'
import { type Agency, type ControlledLine, counted } from './line.ts'
import { listed, model } from './model.ts'
import type { ControlTotal } from './reconcile/control-total.ts'
import { YEARS } from './years.ts'

const thousands = (amount: bigint) => {
  const [digits, sign] = amount < 0n ? [String(-amount), '-'] : [String(amount), '']
  return sign + digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Print the reconciliation: each block, published, compiled, difference, status and bridge, year by year. */
export function printReconciliation(totals: readonly ControlTotal[]): void {
  for (const year of [...new Set(totals.map((total) => total.year))]) {
    const mine = totals.filter((total) => total.year === year)
    console.log(
      `\n${year.padEnd(45)}${'published'.padStart(22)}${'compiled'.padStart(22)}${'difference'.padStart(18)}  status`,
    )
    for (const total of mine) printTotal(total)
    const blocks = mine.filter(({ kind }) => kind === 'bridge')
    const net = blocks.reduce((all, { unexplained }) => all + unexplained, 0n)
    const gross = blocks.reduce(
      (all, { unexplained }) => all + (unexplained < 0n ? -unexplained : unexplained),
      0n,
    )
    if (blocks.length > 0)
      console.log(
        `${year}: pounds no file here explains: ${thousands(net)} net, ${thousands(gross)} adding up both ways`,
      )
  }
  console.log('')
}

const LARGEST = 5

/** Print how the editions used differ from the others: totals, how much changed, and the largest few by name. */
export function printEditions(editions: readonly Edition[]): void {
  const pounds = (amount: bigint | null) => (amount === null ? '-' : thousands(amount))
  for (const { year, used, compared } of editions.filter(({ level }) => level === 'total')) {
    console.log(
      `\n${`${year}: editions compared, not mixed`.padEnd(45)}${used.padStart(22)}${compared.padStart(26)}${'difference'.padStart(18)}  cells changed`,
    )
    const mine = editions.filter((one) => one.year === year && one.compared === compared)
    for (const level of new Set(mine.map((one) => one.level))) {
      const rows = bySize(mine.filter((one) => one.level === level))
      const shown = level === 'department' || level === 'authority' ? rows.slice(0, LARGEST) : rows
      for (const one of shown)
        console.log(
          `${level}: ${one.name}`.slice(0, 44).padEnd(45) +
            pounds(one.used_amount).padStart(22) +
            pounds(one.compared_amount).padStart(26) +
            pounds(one.difference).padStart(18) +
            `  ${one.changed} of ${one.cells}`,
        )
      if (rows.length > shown.length)
        console.log(`${''.padEnd(8)}and ${rows.length - shown.length} more of this kind`)
    }
  }
  console.log('')
}

function printTotal(total: ControlTotal): void {
  console.log(
    `${total.kind}: ${total.covers}`.slice(0, 44).padEnd(45) +
      thousands(total.published).padStart(22) +
      thousands(total.compiled).padStart(22) +
      thousands(total.difference).padStart(18) +
      `  ${total.status}`,
  )
  if (total.kind === 'return' || total.kind === 'total')
    for (const { label, amount } of total.bridge)
      console.log(`${''.padEnd(8)}${label.slice(0, 80).padEnd(81)}${thousands(amount).padStart(18)}`)
}

/** Print the shares of the classes of local control and of the shipped definitions, a column a full year. */
export function printClasses(lines: readonly ControlledLine[], agencies: ReadonlyMap<string, Agency>): void {
  const full = YEARS.filter(({ coverage }) => coverage === 'full').map(({ year }) => year)
  const byClass = new Map<string, bigint>()
  const whole = new Map<string, bigint>()
  const add = (to: Map<string, bigint>, key: string, amount: bigint) =>
    to.set(key, (to.get(key) ?? 0n) + amount)
  for (const line of lines.filter(counted)) {
    add(byClass, `${line.year} ${classOf(line, agencies)}`, line.amount)
    add(whole, line.year, line.amount)
  }
  const share = (year: string, classes: readonly string[]) => {
    const part = classes.reduce((all, at) => all + (byClass.get(`${year} ${at}`) ?? 0n), 0n)
    return `${(Number((part * 10_000n) / whole.get(year)!) / 100).toFixed(2)}%`.padStart(10)
  }
  console.log(`${'Share of the count'.padEnd(46)}${full.map((year) => year.padStart(10)).join('')}`)
  for (const { class: at, name } of model<'class' | 'name'>('control-classes'))
    console.log(`${at} ${name.padEnd(44)}${full.map((year) => share(year, [at])).join('')}`)
  for (const { name, classes } of model<'name' | 'classes'>('control-definitions'))
    console.log(`  ${name.padEnd(44)}${full.map((year) => share(year, listed(classes))).join('')}`)
  console.log('')
}

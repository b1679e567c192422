import type { TableReply } from './contract.ts'
import { Refusal } from './problem.ts'

type Value = string | number | boolean | null

const before = (a: Value, b: Value): number => (a === b ? 0 : (a as string) < (b as string) ? -1 : 1)

/**
 * A table by one of its columns, a leading minus for descending: null last either way, ties by the first column.
 * @throws Refusal 400 naming the columns there are
 */
export function ordered<T extends TableReply>(reply: T, order: string | undefined): T {
  if (order === undefined) return reply
  const descending = order.startsWith('-')
  const name = order.slice(descending ? 1 : 0)
  const { columns, data, rows } = reply
  if (!columns.some((column) => column.name === name)) {
    const message = `must be one of ${columns.map((column) => column.name).join(', ')}, or one of them after a minus`
    throw new Refusal(400, 'The question has a fault.', [{ where: 'query.order', message, value: order }])
  }
  const values = data[name]!
  const first = data[columns[0]!.name]!
  const turned = descending ? -1 : 1
  const places = Array.from({ length: rows }, (_, row) => row).sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!]
    if (x === null || y === null)
      return Number(x === null) - Number(y === null) || before(first[a]!, first[b]!)
    return turned * before(x, y) || before(first[a]!, first[b]!)
  })
  const sorted = Object.entries(data).map(([key, column]) => [key, places.map((row) => column[row]!)])
  return { ...reply, data: Object.fromEntries(sorted) }
}

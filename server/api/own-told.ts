import type { Count } from '../count/open.ts'
import { PackageError } from '../count/read.ts'
import { inFigures } from '../export/in-figures.ts'
import { inPounds } from '../export/in-money.ts'
import type { Shelf } from './borrowed.ts'

const LABEL = 'Own figures in this count'
const TRANSFERS = 'Own transfers in this count, in no total'

const counted = (count: number, what: string) => `${inFigures(count)} ${what}${count === 1 ? '' : 's'}`

/** What readers of the count have published into it, so that no export of it passes for the one that ships. */
export const ownTold = ({ catalogue }: Pick<Count, 'catalogue'>): [string, string][] =>
  catalogue.amendments.map(({ title, publisher, made, years, places, added, replaced, budget }) => [
    added.lines + replaced.lines + budget.lines > 0 ? LABEL : TRANSFERS,
    `${title}, ${publisher}, published ${made}, of ${years.join(', ')} in ${counted(places, 'place')}: ${counted(added.lines, 'line')} of ${inPounds(added.pounds)} put in, ${inFigures(replaced.lines)} of ${inPounds(replaced.pounds)} taken out${budget.lines > 0 ? `, and ${inFigures(budget.lines)} of ${inPounds(budget.pounds)} of budget in place of a missing return` : ''}`,
  ])

/** The same of a count known by its hash alone: where it is not kept here, that is said. */
export async function ownToldOf(shelf: Shelf | undefined, hash: string): Promise<[string, string][]> {
  if (shelf?.current?.hash === hash) return ownTold(shelf.current)
  const loan = await shelf?.lend?.(hash).catch((error) => {
    if (!(error instanceof PackageError)) throw error
  })
  if (!loan) return [[LABEL, '[x] This count is not kept here']]
  const told = ownTold(loan.count)
  loan.release()
  return told
}

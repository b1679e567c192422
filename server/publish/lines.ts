import type { Workbench } from '../engine/workbench.ts'
import { acrossOf } from '../intake/across.ts'
import type { State } from '../intake/store.ts'
import type { About } from './about.ts'
import { keptAs } from './drivers.ts'
import { sourceOf } from './hindrances.ts'
import type { Planned } from './plan.ts'

/** Rule of a line that was placed by this driver. */
export const placedBy = (driver: string) => `own-placed-${driver.replaceAll('_', '-')}`

/** Where the tables of the files stand: source, number of the table, and whether amounts stand across columns. */
const origins = ({ files, mapping, proposal }: State) =>
  files.flatMap((file) =>
    file.reading.parts.map((part) => {
      const across = acrossOf(part, mapping ?? proposal!.mapping).length > 1
      return [file.name, part.sheet, part.part, sourceOf(file), String(across)] as const
    }),
  )

export interface Move {
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly function: string
  /** Put in less taken out. */
  readonly pounds: number
  /** Lines taken out, by their basis. */
  readonly recorded: number
  readonly shared_out: number
}

/**
 * Makes the tables `own_line` and `gone` of what goes in and what gives way, and says what moves by how much.
 * @param spend file of the lines of the count that is changed
 */
export async function makeLines(
  bench: Workbench,
  { taken, budgets, wides, profiles }: Planned,
  state: State,
  { id }: About,
  spend: string,
): Promise<Move[]> {
  await bench.script('publish-given')
  await bench.append('origin', origins(state))
  await bench.append(
    'profile',
    profiles.map((one) => [
      one.agency,
      one.function,
      one.economic,
      one.decides,
      one.holds,
      one.influences,
      one.finance,
      one.tags,
    ]),
  )
  await bench.append(
    'sharing',
    [...wides.values()].flatMap(({ place, year, agency, chosen }) =>
      chosen
        ? [
            [
              place,
              year,
              agency,
              keptAs(chosen.driver, { place, year }),
              chosen.grade,
              placedBy(chosen.driver.driver),
            ],
          ]
        : [],
    ),
  )
  await bench.append(
    'taken',
    [
      ...[...taken.values()].flat().map((cell) => [cell, false] as const),
      ...[...budgets.values()].flat().map((cell) => [cell, true] as const),
    ].map(([{ place, year, agency, economic, basis }, stoodIn]) => [
      ...[place, year, agency, economic, basis, String(stoodIn)],
    ]),
  )
  await bench.script('publish-lines')
  await bench.set('spend', spend)
  await bench.set('amendment', id)
  await bench.script('publish-gone')
  return bench.ask<Move>('publish-moves')
}

import { readFile } from 'node:fs/promises'
import { SOFTWARE } from './api/software.ts'
import { NotOurs, workbooksIn } from './export/reproduce/open-file.ts'
import { NoScenario, type Reproduction, reproduce } from './export/reproduce/reproduce.ts'
import { loadParameters } from './parameters/load.ts'
import { loadParameterSources } from './parameters/sources.ts'
import { solver } from './solver/solver.ts'

const MOST_TOLD = 50

/** Exit codes: what differs weighs more than what could not be asked. */
const AGREES = 0
const DIFFERS = 1
const NOTHING_TO_WORK_OUT = 2

function report(name: string, { agree, differences, ...told }: Reproduction): void {
  console.log(`${name}: ${told.scenario}`)
  console.log(`  made by ${told.software}; this is Total Place ${SOFTWARE}`)
  console.log(`  count ${told.count} ${told.hash}`)
  console.log(`  ${agree} figures agree, ${differences.length} differ`)
  for (const { sheet, cell, name: figure, there, here } of differences.slice(0, MOST_TOLD))
    console.log(`  ${sheet} ${cell}  ${figure}  there ${there ?? 'nothing'}, here ${here}`)
  if (differences.length > MOST_TOLD) console.log(`  and ${differences.length - MOST_TOLD} more`)
}

/** What is wrong with a file, in words; anything else is a fault of the program. */
function wordsOf(error: unknown): string {
  if (error instanceof NotOurs) return error.message
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'There is no such file.'
  throw error
}

/**
 * Tells line by line whether every figure of every file is what this program gives.
 *
 * @returns 0 where all agree; 1 where any differs or a file is no workbook of ours; else 2, where none is named
 *   or one carries no scenario
 */
export async function reproduceFiles(files: readonly string[]): Promise<0 | 1 | 2> {
  if (files.length === 0) {
    console.error('Which file? npm run reproduce -- FILE...')
    return NOTHING_TO_WORK_OUT
  }
  const options = { parameters: loadParameters(), solve: await solver() }
  const about = { software: SOFTWARE, sources: loadParameterSources() }
  const ends = new Set<0 | 1 | 2>()
  for (const file of files)
    try {
      for (const { name, bytes } of workbooksIn(file, await readFile(file))) {
        const found = await reproduce(bytes, options, about)
        report(name, found)
        ends.add(found.differences.length === 0 ? AGREES : DIFFERS)
      }
    } catch (error) {
      console.error(`${file}: ${wordsOf(error)}`)
      ends.add(error instanceof NoScenario ? NOTHING_TO_WORK_OUT : DIFFERS)
    }
  if (ends.has(DIFFERS)) return DIFFERS
  return ends.has(NOTHING_TO_WORK_OUT) ? NOTHING_TO_WORK_OUT : AGREES
}

import { readFile } from 'node:fs/promises'
import { SOFTWARE } from './api/software.ts'
import { NotOurs, workbooksIn } from './export/reproduce/open-file.ts'
import { type Reproduction, reproduce } from './export/reproduce/reproduce.ts'
import { loadParameters } from './parameters/load.ts'
import { loadParameterSources } from './parameters/sources.ts'
import { solver } from './solver/solver.ts'

const MOST_TOLD = 50

function report(name: string, { agree, differences, ...told }: Reproduction): void {
  console.log(`${name}: ${told.scenario}`)
  console.log(`  made by ${told.software}; this is Total Place ${SOFTWARE}`)
  console.log(`  count ${told.count} ${told.hash}`)
  console.log(`  ${agree} figures agree, ${differences.length} differ`)
  for (const { sheet, cell, name: figure, there, here } of differences.slice(0, MOST_TOLD))
    console.log(`  ${sheet} ${cell}  ${figure}  there ${there ?? 'nothing'}, here ${here}`)
  if (differences.length > MOST_TOLD) console.log(`  and ${differences.length - MOST_TOLD} more`)
}

/** Whether every figure of every file is what this program gives; told line by line. */
async function main(files: readonly string[]): Promise<boolean> {
  const options = { parameters: loadParameters(), solve: await solver() }
  const about = { software: SOFTWARE, sources: loadParameterSources() }
  let good = true
  for (const file of files)
    try {
      for (const { name, bytes } of workbooksIn(file, await readFile(file))) {
        const found = await reproduce(bytes, options, about)
        report(name, found)
        good &&= found.differences.length === 0
      }
    } catch (error) {
      good = false
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
      if (!missing && !(error instanceof NotOurs)) throw error
      console.error(`${file}: ${missing ? 'There is no such file.' : (error as Error).message}`)
    }
  return good
}

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Which file? npm run reproduce -- FILE...')
  process.exit(2)
}
process.exitCode = (await main(files)) ? 0 : 1

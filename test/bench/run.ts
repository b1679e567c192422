import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { choropleth } from './choropleth.ts'
import { economicsRow } from './economics.ts'
import { firstView } from './first-view.ts'
import { intakeRow } from './intake.ts'
import { memory } from './memory.ts'
import { placePanel } from './place-panel.ts'
import { holds, type Row, told } from './row.ts'
import { spendByPlace } from './spend-by-place.ts'
import { stateFile } from './state-file.ts'

const ROWS: readonly Row[] = [
  firstView,
  stateFile,
  placePanel,
  spendByPlace,
  memory,
  choropleth,
  economicsRow,
  intakeRow,
]

async function measured(row: Row): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'total-place-bench-'))
  try {
    const result = await row.measure(folder)
    console.log(`\n${told(row, result)}`)
    return result.bars.every(holds)
  } catch (error) {
    console.log(`\n${row.name}\n  FAIL  ${error instanceof Error ? error.stack : error}`)
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((id) => !ROWS.some((row) => row.id === id))
if (unknown.length > 0) {
  console.error(`No row is called ${unknown.join(', ')}: use ${ROWS.map(({ id }) => id).join(', ')}.`)
  process.exit(1)
}

console.log(`Node ${process.versions.node}, ${availableParallelism()} cores`)
let failed = 0
for (const row of ROWS)
  if (asked.length === 0 || asked.includes(row.id)) failed += (await measured(row)) ? 0 : 1
console.log(failed === 0 ? '\nEvery bar measured holds.' : `\nRows below their bar: ${failed}.`)
process.exit(failed === 0 ? 0 : 1)

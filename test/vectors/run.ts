import { readFileSync } from 'node:fs'
import { loadParameters } from '../../server/parameters/load.ts'
import { solver } from '../../server/solver/solver.ts'
import { runVectors } from './runner.ts'

const file = process.argv[2]
if (!file) {
  console.error('usage: npm run vectors -- FILE')
  process.exit(2)
}

function vectorsOf(path: string): unknown[] {
  try {
    const { vectors } = JSON.parse(readFileSync(path, 'utf8'))
    if (Array.isArray(vectors)) return vectors
    throw new Error('it has no list of vectors')
  } catch (error) {
    console.error(`${path} cannot be run: ${(error as Error).message}`)
    console.log('0 passed, 1 failed')
    process.exit(1)
  }
}

const verdicts = runVectors(
  vectorsOf(file) as Parameters<typeof runVectors>[0],
  loadParameters(),
  await solver(),
)
for (const { name, passed, faults } of verdicts) {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`)
  for (const fault of faults.slice(0, 8)) console.log(`       ${fault}`)
}
const failed = verdicts.filter((verdict) => !verdict.passed).length
console.log(`${verdicts.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

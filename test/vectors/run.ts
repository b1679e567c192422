import { readFileSync } from 'node:fs'
import { loadParameters } from '../../server/parameters/load.ts'
import { solver } from '../../server/solver/solver.ts'
import { runVectors } from './runner.ts'

const file = process.argv[2]
if (!file) {
  console.error('usage: npm run vectors -- FILE')
  process.exit(2)
}

const { vectors } = JSON.parse(readFileSync(file, 'utf8'))
if (!Array.isArray(vectors)) throw new Error(`${file} has no list of vectors`)
const verdicts = runVectors(vectors, loadParameters(), await solver())
for (const { name, passed, faults } of verdicts) {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`)
  for (const fault of faults.slice(0, 8)) console.log(`       ${fault}`)
}
const failed = verdicts.filter((verdict) => !verdict.passed).length
console.log(`${verdicts.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

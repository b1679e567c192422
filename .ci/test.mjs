// The whole check, in one command: types, lint, generated files, then every test.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import './ready.mjs'
import { program, remedy } from './programs.mjs'

const tally = { passed: 0, failed: 0, skipped: 0 }
const skips = []

function step(name, command, args, env = {}) {
  const began = Date.now()
  console.log(`\n== ${name}`)
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  console.log(
    `== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`,
  )
  tally[status === 0 ? 'passed' : 'failed'] += 1
  return status === 0
}

step('types', 'npm', ['run', '--silent', 'typecheck'])
step('lint and format', 'npm', ['run', '--silent', 'lint'])
const built = step('build', 'npm', ['run', '--silent', 'build'])

function notRun(what, why, bad) {
  if (process.env.CI === 'true' || bad) tally.failed += 1
  else tally.skipped += 1
  skips.push(`${what}: ${why}`)
}

const chromium = built ? program('browser') : undefined
if (!chromium) notRun('browser tests', built ? remedy('browser') : 'the build failed', !built)
const office = program('office')
if (!office) notRun('workbooks in LibreOffice', remedy('office'), false)
const writer = office && program('writer')
if (!writer) notRun('documents in LibreOffice', remedy(office ? 'writer' : 'office'), false)

rmSync('var/test', { recursive: true, force: true })
mkdirSync('var/test', { recursive: true })
const jest = ['run', '--silent', 'unit', '--', '--json', '--outputFile=var/test/jest.json']
if (!chromium) jest.push('--testPathIgnorePatterns', 'test/browser/')
if (!office) jest.push('--testPathIgnorePatterns', 'test/export/office')
if (!writer) jest.push('--testPathIgnorePatterns', 'test/export/document-office')
console.log('\n== tests')
const ran = spawnSync('npm', jest, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, CHROMIUM: chromium ?? '', SOFFICE: office ?? '' },
})
try {
  const report = JSON.parse(readFileSync('var/test/jest.json', 'utf8'))
  tally.passed += report.numPassedTests
  tally.failed += report.numFailedTests + report.numRuntimeErrorTestSuites
  tally.skipped += report.numPendingTests
  for (const suite of report.testResults)
    for (const test of suite.assertionResults) if (test.status === 'pending') skips.push(test.fullName)
  if (ran.status !== 0 && tally.failed === 0) tally.failed += 1
} catch (error) {
  console.error(`The test report could not be read: ${error.message}`)
  tally.failed += 1
}

for (const skip of skips) console.log(`NOT RUN  ${skip}`)
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)
process.exit(tally.failed === 0 ? 0 : 1)

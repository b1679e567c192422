import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePackage } from '../server/count/write.ts'
import { ROOT } from '../server/root.ts'
import { compileCount } from './compile/count.ts'
import { printClasses, printEditions, printReconciliation } from './compile/report.ts'
import { acceptBridge, checkBridge } from './compile/review.ts'
import { Publications } from './sources/publication.ts'

/** Day the sources and the model were last reviewed together: part of the count, so that a rebuild gives the same bytes. */
const COMPILED = '2026-11-22'

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string', default: join(ROOT, 'data/count') },
    'accept-bridge': { type: 'boolean', default: false },
  },
})
if (!values.from) {
  console.error('Say where the publications are: npm run count -- --from FOLDER')
  process.exit(2)
}

const began = performance.now()
const say = (step: string) =>
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${step}`)
try {
  const compiled = compileCount(new Publications(values.from), say)
  printReconciliation(compiled.totals)
  printEditions(compiled.editions)
  printClasses(compiled.lines, compiled.agencies)
  const reviewed = join(ROOT, 'data/model/reviewed-bridge.csv')
  if (values['accept-bridge']) writeFileSync(reviewed, acceptBridge(compiled.totals))
  checkBridge(compiled.totals, readFileSync(reviewed, 'utf8'))
  say('every difference is as reviewed')
  const { hash, bytes } = await writePackage(
    values.to,
    {
      id: 'england',
      title: 'Public spending in England, 2013 to 2018, with recorded lines from 2010',
      compiled: COMPILED,
    },
    compiled.tables,
  )
  say(`${compiled.lines.length} lines written, ${(bytes / 1e6).toFixed(1)} MB, count ${hash}`)
} catch (error) {
  console.error(`\nThe count was not written. ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'
import { openapi } from './openapi.ts'

writeFileSync(join(ROOT, 'docs', 'openapi.json'), `${JSON.stringify(openapi(), null, 2)}\n`)

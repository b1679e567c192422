import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openapi } from '../../server/api/openapi.ts'
import { ROOT } from '../../server/root.ts'

test('docs/openapi.json is what the contract makes: npm run openapi', () => {
  const file = readFileSync(join(ROOT, 'docs', 'openapi.json'), 'utf8')
  expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(openapi())))
})

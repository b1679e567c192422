import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT } from '../../server/root.ts'

const folder = join(ROOT, 'server/scenario')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)

test.each(files)('%s takes nothing but what it is given', (name) => {
  const source = readFileSync(join(folder, name), 'utf8')
  for (const [, from] of source.matchAll(/from '([^']+)'/g)) {
    const inside =
      from!.startsWith('.') && !relative(folder, join(folder, name, '..', from!)).startsWith('..')
    expect(inside || from === 'zod' ? '' : from).toBe('')
  }
  expect(source).not.toMatch(/Math\.random|Date\b|performance\.now|process\.|setTimeout|console\./)
  expect(source.split('\n').length).toBeLessThanOrEqual(200)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT } from '../../server/root.ts'
import { available, presetDocument, run } from './setup.ts'

test('the table of rules in docs/economics.md is what the engine gives', () => {
  const text = readFileSync(join(ROOT, 'docs/economics.md'), 'utf8').replace(/ +/g, ' ')
  const shown = (pounds: number) => (pounds / 1e6).toFixed(2).replace('-', '−')
  const rules = available(run(presetDocument('birmingham-brighter-futures')))
  expect(rules).toHaveLength(8)
  for (const { nets } of rules) expect(text).toContain(`| ${nets.map(shown).join(' | ')} |`)
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import type { ControlledLine } from '../data/compile/line.ts'
import type { ControlTotal } from '../data/compile/reconcile/control-total.ts'
import type { ControlReply } from '../server/api/contract.ts'
import { SETTINGS } from '../server/config.ts'
import { ROOT } from '../server/root.ts'
import { shipped } from './data/shipped.ts'
import { serveShipped } from './fixtures/serve-shipped.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const readme = read('README.md')
const method = read('docs/method.md')
const pounds = (amount: bigint) =>
  (amount < 0n ? '−' : '') + String(amount < 0n ? -amount : amount).replace(/\B(?=(\d{3})+$)/g, ',')

describe('README', () => {
  test.each(Object.entries(SETTINGS))('lists the setting %s with its default and bounds', (name, setting) =>
    expect(readme).toContain(
      `| \`${name}\` | \`${setting.default}\` | ${setting.bounds} | ${setting.meaning} |`,
    ),
  )

  test.each(Object.keys(JSON.parse(read('package.json')).scripts))('names the command %s', (script) =>
    expect(readme).toMatch(new RegExp(`npm (run )?${script}\\b`)),
  )
})

describe('links between documents', () => {
  const documents = [
    'README.md',
    'data/README.md',
    'data/outlines/README.md',
    'docs/method.md',
    'docs/import.md',
    'docs/counts.md',
    'CHANGELOG.md',
  ].concat(readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`))
  test.each(documents)('%s points at what is there', (document) => {
    for (const [, target] of read(document).matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(`${target} ${existsSync(join(ROOT, dirname(document), target!))}`).toBe(`${target} true`)
  })
})

describe('the method note', () => {
  let own: ControlledLine[]
  let totals: ControlTotal[]
  beforeAll(async () => {
    own = (await shipped<ControlledLine>('spend', '2017-18')).filter(
      ({ flow, phase }) => flow === 'own' && phase === 'outturn',
    )
    totals = await shipped('control_total', '2017-18')
  }, 120_000)
  const sum = (lines: readonly { amount: bigint }[]) => lines.reduce((all, { amount }) => all + amount, 0n)

  test('has the total and its four parts', () => {
    const of = (rule: (line: ControlledLine) => boolean) => pounds(sum(own.filter(rule)))
    for (const figure of [
      of(() => true),
      of(({ source }) => source === 'hmt-cra-2018'),
      of(({ source, rule }) => source === 'mhclg-rs-2017-18' && rule !== 'rs-housing-benefit'),
      of(({ rule }) => rule === 'rs-housing-benefit'),
      of(({ source }) => source === 'mhclg-cor-b-2017-18'),
    ])
      expect(method).toContain(figure)
  })

  test('has the share of each grade', () => {
    for (const grade of ['A', 'B', 'C', 'D']) {
      const tenths = (sum(own.filter((line) => line.grade === grade)) * 2000n) / sum(own)
      const share = ((tenths + 1n) / 2n).toString()
      expect(method).toMatch(
        new RegExp(`\\| ${grade} \\|.*\\| ${share.slice(0, -1)}\\.${share.slice(-1)}% \\|`),
      )
    }
  })

  test('has every class of control and definition with its share', async () => {
    const { app, close } = await serveShipped()
    try {
      const { body } = await request(app).get('/api/v1/control?together=true')
      const { definitions, data } = body as ControlReply
      const classes = await shipped<{ class: number; name: string }>('control_class')
      for (const { class: at, name } of classes)
        expect(method).toContain(`| ${at} ${name} | ${pounds(BigInt(data[`class_${at}`]![0] as number))} |`)
      for (const { name, numerator, share } of definitions)
        expect(method).toMatch(
          new RegExp(
            `\\| ${name} \\(.*\\) \\| ${pounds(BigInt(numerator!))} \\| ${((share ?? 0) * 100).toFixed(1)}% \\|`,
          ),
        )
    } finally {
      await close()
    }
  })

  test('has every full year beside the Treasury', async () => {
    const years = (await shipped<ControlTotal>('control_total')).filter(({ kind }) => kind === 'total')
    expect(years).toHaveLength(5)
    for (const { year, published, compiled, difference, unexplained } of years)
      expect(method).toContain(
        `| ${[year, ...[published, compiled, difference, unexplained].map(pounds)].join(' | ')} |`,
      )
  })

  test('has every block of the bridge', () => {
    const blocks = totals.filter(({ kind }) => kind === 'bridge')
    for (const { covers, compiled, published, difference } of blocks)
      expect(method).toContain(
        `| ${covers} | ${pounds(compiled)} | ${pounds(published)} | ${pounds(difference)} |`,
      )
    expect(method).toContain(pounds(sum(blocks.map(({ unexplained }) => ({ amount: unexplained })))))
  })
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { FILTERS } from '../../server/api/dimensions.ts'
import { askPanel, onPanel } from '../../server/api/panel.ts'
import { openFixture } from '../fixtures/open-fixture.ts'

let fixture: Awaited<ReturnType<typeof openFixture>>
beforeAll(async () => {
  fixture = await openFixture()
})
afterAll(() => fixture.close())

const scope = { year: ['2017-18'], place: null, off: [] }
const none = Object.fromEntries(FILTERS.map((name) => [name, null]))
const listening = () => new AbortController().signal

const WITHIN = [
  scope,
  { ...scope, place: ['E06000003', 'E10000002'] },
  { ...scope, place: ['E10000002'] },
  { ...scope, place: [] },
  { ...scope, off: ['capital', 'sites'] },
  { ...scope, year: ['2016-17'], place: ['E08000004'] },
]
const QUESTIONS = [
  { by: 'agency', filters: none },
  { by: 'division', filters: none },
  { by: 'sector', filters: none },
  { by: 'economic', filters: none },
  { by: 'economic', filters: { ...none, sector: ['council'], basis: ['recorded'] } },
  { by: 'economic', filters: { ...none, sector: ['central', 'nhs'] } },
  { by: 'economic', filters: { ...none, basis: ['shared_out'] } },
] as const

test.each(WITHIN.flatMap((within) => QUESTIONS.map((question) => ({ within, ...question }))))(
  'a panel says what spend says: $by, $within, $filters.sector, $filters.basis',
  async ({ within, by, filters }) => {
    const { engine } = fixture.count
    expect(onPanel([by], filters)).toBe(true)
    const panel = await askPanel(engine, by, within, filters, listening())
    const spend = await engine.ask('spend', { by: [by], ...within, ...filters, kinds: [], classes: [] })
    expect(panel.rows).toBe(spend.rows)
    for (const [name, values] of Object.entries(panel.columns))
      expect([name, spend.columns[name]]).toEqual([name, values])
  },
)

test('other questions are not of the panel', () => {
  expect(onPanel([], none)).toBe(false)
  expect(onPanel(['place'], none)).toBe(false)
  expect(onPanel(['agency', 'sector'], none)).toBe(false)
  expect(onPanel(['agency'], { ...none, sector: ['nhs'] })).toBe(false)
  expect(onPanel(['economic'], { ...none, agency: ['nhs'] })).toBe(false)
})

test('one who hangs up does not take the panel from another, and the last one ends it', async () => {
  const { engine } = fixture.count
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()]
  const within = { ...scope, off: ['benefits'] }
  const gone = askPanel(engine, 'agency', within, none, first.signal)
  const stays = askPanel(engine, 'sector', within, none, second.signal)
  first.abort()
  expect((await stays).rows).toBeGreaterThan(0)
  expect((await gone).rows).toBeGreaterThan(0)
  const alone = askPanel(engine, 'agency', { ...scope, off: ['schools'] }, none, third.signal)
  third.abort()
  await expect(alone).rejects.toMatchObject({ failure: 'aborted' })
  const again = askPanel(engine, 'agency', { ...scope, off: ['schools'] }, none, listening())
  expect((await again).rows).toBeGreaterThan(0)
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { PlanRequest } from '../../server/api/contract-publish.ts'
import { GAMMA } from '../fixtures/five-places.ts'
import { asked, file, type OpenedPublish, openPublish } from './opened.ts'

/**
 * Gamma, 2017-18: the count has courts 15 and pensions 334 shared out, of one sector, and no other spending of it.
 * England has 5146. Brought are courts 20, which take the place of the whole sector, and pensions 300.
 */
const BOTH = file([
  { place: GAMMA, agency: 'moj', fn: 'Law courts', amount: '20' },
  { place: GAMMA, agency: 'dwp', fn: 'Old age', economic: 'benefits', amount: '300' },
])
const WHOLE = {
  place: GAMMA,
  agency: 'moj',
  year: '2017-18',
  economic: 'current',
  does: 'replace',
  covers: 'sector',
  classes: 'all',
} as const
const pensions = (does: 'add' | 'leave' | 'replace') =>
  ({
    ...WHOLE,
    agency: 'dwp',
    economic: 'transfer_to_people',
    does,
    covers: 'agency',
    classes: 'same',
  }) as const
const SPARED =
  '£334 shared out within its reach stay: figures brought for the same are left out or put beside them.'

let open: OpenedPublish
beforeAll(async () => {
  open = await openPublish()
})
afterAll(() => open.close())

async function planned(request: Partial<PlanRequest>, content = BOTH) {
  const { groups, years } = await open.reply(await open.bring(content), asked(request))
  const of = (agency: string) => groups.find((one) => one.agency === agency)!
  return { moj: of('moj'), dwp: of('dwp'), after: years[0]!.after }
}

describe.each([
  ['as decided', { decisions: [WHOLE, pensions('leave')] }, 'As decided.'],
  [
    'as is usual',
    { whereSharedOut: 'leave' as const, decisions: [WHOLE] },
    'The count has a share of a wider figure: that stays, and these are left out.',
  ],
])('what is left out for what the count has, %s', (_how, request, why) => {
  test('keeps what the count has, though a decision for the sector reaches it', async () => {
    const { moj, dwp, after } = await planned(request)
    expect([dwp.does, dwp.why, dwp.replaced.lines, dwp.change]).toEqual(['leave', why, 0, 0])
    expect([moj.replaced, moj.change]).toEqual([{ lines: 1, pounds: 15 }, 5])
    expect(moj.warning).toBe(SPARED)
    expect(after).toBe(5146 + 20 - 15)
  })
})

describe.each([
  ['as decided', { decisions: [WHOLE, pensions('add')] }],
  ['as is usual', { whereSharedOut: 'add' as const, decisions: [WHOLE] }],
])('what is put beside what the count has, %s', (_how, request) => {
  test('is counted with it, as is said', async () => {
    const { moj, dwp, after } = await planned(request)
    expect([dwp.does, dwp.change]).toEqual(['add', 300])
    expect(dwp.warning).toMatch(/^Both are counted: these and £334 that the count has\./)
    expect([moj.replaced.pounds, moj.warning]).toEqual([15, SPARED])
    expect(after).toBe(5146 + 20 - 15 + 300)
  })
})

test('what is replaced by figures of its own is taken out once, and for them', async () => {
  const { moj, dwp, after } = await planned({ decisions: [WHOLE] })
  expect([dwp.replaced, moj.replaced]).toEqual([
    { lines: 1, pounds: 334 },
    { lines: 1, pounds: 15 },
  ])
  expect(moj.warning).toBe(null)
  expect(after).toBe(5146 + 20 - 15 + 300 - 334)
})

test('transfers brought for it say nothing of what the count has, which gives way', async () => {
  const { moj, dwp, after } = await planned(
    { decisions: [WHOLE] },
    file([
      { place: GAMMA, agency: 'moj', fn: 'Law courts', amount: '20' },
      { place: GAMMA, agency: 'dwp', fn: 'Old age', economic: 'benefits', flow: 'transfer out', amount: '5' },
    ]),
  )
  expect(moj.replaced).toEqual({ lines: 2, pounds: 349 })
  expect(dwp.warning).toBe('1 rows are transfers, kept and not counted.')
  expect(after).toBe(5146 + 20 - 349)
})

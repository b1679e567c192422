import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Count } from '../../server/count/open.ts'
import { ALPHA, DELTA, GAMMA, SOUTH } from '../fixtures/five-places.ts'
import { file, type OpenedPublish, openPublish, TOLD } from './opened.ts'

let open: OpenedPublish
beforeAll(async () => {
  open = await openPublish()
})
beforeEach(async () => void (await open.counts.serve(open.count.hash)))
afterAll(() => open.close())

const of = ({ catalogue }: Count, kind: string, id?: string) =>
  catalogue.controlTotals.filter((one) => one.kind === kind && (id === undefined || one.id === id))
const labels = (count: Count, kind: string, id: string) =>
  of(count, kind, id).map(({ bridge }) => bridge.map(({ label, amount }) => [label, amount]))

const hospitals = (amount: string, more = {}) => ({
  place: ALPHA,
  agency: 'nhs',
  fn: 'Hospitals',
  amount,
  ...more,
})
const courts = (place: string, amount: string) => ({ place, agency: 'moj', fn: 'Law courts', amount })

test('own totals are less by what a later import takes out of their lines, in their place, agency and year', async () => {
  const first = await open.publish(
    await open.bring({
      'first.csv': file([hospitals('310'), courts(GAMMA, '20'), hospitals('7', { year: '2019-20' })]),
    }),
    {
      totals: [
        { label: 'All', pounds: 337 },
        { label: 'NHS accounts', pounds: 310, agency: 'nhs', year: '2017-18' },
        { label: 'Alpha', pounds: 316, place: ALPHA },
        { label: 'Courts', pounds: 20, agency: 'moj' },
        { label: 'South', pounds: 20, place: SOUTH },
        { label: 'Later', pounds: 7, year: '2019-20' },
      ],
    },
    { acceptDifferences: true },
  )
  const held = Object.fromEntries(of(first, 'own').map((one) => [one.covers, [one.compiled, one.status]]))
  expect(held).toEqual({
    All: [337, 'equal'],
    'NHS accounts': [310, 'equal'],
    Alpha: [317, 'unexplained'],
    Courts: [20, 'equal'],
    South: [20, 'equal'],
    Later: [7, 'equal'],
  })

  const second = await open.publish(
    await open.bring({ 'second.csv': file([hospitals('999')]) }),
    { whereRecorded: 'replace', totals: [{ label: 'NHS again', pounds: 999 }] },
    { title: 'Second' },
  )
  const own = new Map(of(second, 'own').map((one) => [one.covers, one]))
  expect(
    [...own].map(([covers, { compiled, difference, unexplained, status }]) => [
      ...[covers, compiled, difference, unexplained, status],
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['All', 27, -310, 0, 'bridged'],
      ['NHS accounts', 0, -310, 0, 'bridged'],
      ['Alpha', 7, -309, 1, 'unexplained'],
      ['Courts', 20, 0, 0, 'equal'],
      ['South', 20, 0, 0, 'equal'],
      ['Later', 7, 0, 0, 'equal'],
      ['NHS again', 999, 0, 0, 'equal'],
    ]),
  )
  expect(own.get('NHS accounts')!.bridge).toEqual([
    {
      label: 'Taken out for own figures brought later: Second',
      amount: -310,
      source: expect.stringMatching(/^own-[0-9a-f]{8}$/),
      reason: `Brought by ${TOLD.publisher} and published on 2026-02-03; the lines taken out are kept in the count`,
    },
  ])
  expect(own.get('Courts')!.bridge).toEqual([])
})

test('the line of a total says what was done: put in, or in place of shared-out lines, recorded ones or both', async () => {
  const title = TOLD.title
  const added = await open.publish(
    await open.bring({
      'added.csv': file([{ place: GAMMA, agency: 'dcms', fn: 'Culture', amount: '40' }]),
    }),
  )
  expect(labels(added, 'region', SOUTH)).toEqual([[[`Own figures added: ${title}`, 40]]])
  expect(of(added, 'region', SOUTH)[0]!.bridge[0]!.reason).toBe(
    `Brought by ${TOLD.publisher} and published on 2026-02-03`,
  )

  await open.counts.serve(open.count.hash)
  const both = await open.publish(
    await open.bring({
      'both.csv': file([
        { place: ALPHA, agency: 'alpha', fn: 'Transport', amount: '600' },
        courts(DELTA, '35'),
      ]),
    }),
    { whereRecorded: 'replace' },
  )
  expect(labels(both, 'region', 'E12000001')).toEqual([
    [[`Own figures in place of recorded ones: ${title}`, -20]],
  ])
  expect(labels(both, 'region', SOUTH)).toEqual([[[`Own figures in place of shared-out ones: ${title}`, 5]]])
  expect(labels(both, 'total', 'england')[0]![1]).toEqual([
    `Own figures in place of recorded and shared-out ones: ${title}`,
    -15,
  ])
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mappingSchema } from '../../server/intake/mapping.ts'
import { ALPHA } from '../fixtures/five-places.ts'
import { MAPPING, type OpenedPublish, openPublish } from './opened.ts'

let open: OpenedPublish
beforeAll(async () => {
  open = await openPublish()
})
afterAll(() => open.close())

const PAYMENTS = mappingSchema.parse({
  columns: [
    { header: 'Place', meaning: 'place' },
    { header: 'Agency', meaning: 'agency' },
    { header: 'Date', meaning: 'date' },
    { header: 'Amount', meaning: 'amount' },
  ],
})
const month = (day: string, amount: number) =>
  open.bring(`Place,Agency,Date,Amount\n${ALPHA},nhs,${day},${amount}\n`, 0, PAYMENTS)
const groupsOf = async (id: string) =>
  (await open.publisher.plan(id, open.counts.shelf.current!, { ...PLAN }))!.groups.map(
    ({ does, pounds, before, change }) => [does, pounds, before.recorded.pounds, change],
  )
const PLAN = {
  placing: [],
  whereSharedOut: 'replace',
  whereRecorded: 'leave',
  whereEstimated: 'leave',
  whereDoubtful: 'replace',
  decisions: [],
  totals: [],
} as const satisfies Parameters<OpenedPublish['publisher']['plan']>[2]

test('payments of the next month stand beside those of the last, as nothing else is recorded there', async () => {
  const first = await month('2017-05-04', 250)
  expect(await groupsOf(first)).toEqual([['replace', 250, 0, 250 - 300]])
  await open.publish(first)

  expect(await groupsOf(await month('2017-06-08', 40))).toEqual([['add', 40, 250, 40]])

  const sums = await open.bring(
    `Place,Agency,Year,Function,Service,Class,Flow,Phase,Amount\n${ALPHA},nhs,2017-18,Hospitals,,,,,260\n`,
    0,
    MAPPING,
  )
  expect(await groupsOf(sums)).toEqual([['leave', 260, 250, 0]])
})

test('payments over what is published for the place are left out', async () => {
  const council = await open.bring(`Place,Agency,Date,Amount\n${ALPHA},alpha,2017-05-04,7\n`, 0, PAYMENTS)
  expect((await groupsOf(council)).map(([does]) => does)).toEqual(['leave'])
})

import { expect, test } from '@jest/globals'
import { decide, doubtOf, standingOf } from '../../server/publish/decide.ts'
import { asked } from './opened.ts'

const none = { lines: 0, pounds: 0 }
const some = { lines: 2, pounds: 100 }

/** What is done with so many pounds for a place, as a plan is that says nothing of what is doubtful. */
function does(
  pounds: number,
  had: object,
  request: Parameters<typeof asked>[0] = {},
  { partly = false, monthly = false } = {},
) {
  const before = { recorded: none, sharedOut: none, budget: none, ...had }
  const usual = asked({ whereDoubtful: 'leave', ...request })
  const doubt = doubtOf(pounds, before, partly, usual)
  return decide(before, undefined, usual, { estimated: false, doubt, monthly }).does
}
const partly = { partly: true }

test('figures of some districts take out neither a share nor a budget in place of a return', () => {
  expect(does(100, { sharedOut: some }, {}, partly)).toBe('leave')
  expect(does(100, { budget: some }, {}, partly)).toBe('leave')
  expect(does(100, { recorded: some }, { whereRecorded: 'replace' }, partly)).toBe('leave')
  expect(does(100, {}, {}, partly)).toBe('add')
})

test('but are put beside them where that is asked', () => {
  expect(does(100, { sharedOut: some }, { whereSharedOut: 'add' }, partly)).toBe('add')
  expect(does(100, { budget: some }, { whereSharedOut: 'add' }, partly)).toBe('add')
})

test('figures more than twice what they would take out, or less than half, wait to be decided', () => {
  for (const [pounds, expected] of [
    [200, 'replace'],
    [201, 'leave'],
    [50, 'replace'],
    [49, 'leave'],
    [-100, 'leave'],
  ] as const) {
    expect(does(pounds, { sharedOut: some })).toBe(expected)
    expect(does(pounds, { sharedOut: none, budget: some })).toBe(expected)
    expect(does(pounds, { recorded: some }, { whereRecorded: 'replace' })).toBe(expected)
  }
  expect(does(201, { sharedOut: some }, { whereDoubtful: 'replace' })).toBe('replace')
  expect(does(201, { sharedOut: some }, { whereSharedOut: 'add' })).toBe('add')
  expect(does(201, {})).toBe('add')
})

test('what they may take out is what is recorded, else a share and a budget together', () => {
  const rest = { sharedOut: some, budget: { lines: 1, pounds: 7 } }
  expect(standingOf({ recorded: { lines: 1, pounds: 5 }, ...rest })).toEqual({ lines: 1, pounds: 5 })
  expect(standingOf({ recorded: none, ...rest })).toEqual({ lines: 3, pounds: 107 })
})

test('payments of another month stand beside those readers brought before, and not beside what is published', () => {
  expect(does(1, { recorded: some }, {}, { monthly: true })).toBe('add')
  expect(does(1, { recorded: some })).toBe('leave')
  expect(does(100, { recorded: some }, { whereRecorded: 'replace' }, { monthly: true })).toBe('replace')
})

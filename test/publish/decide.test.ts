import { expect, test } from '@jest/globals'
import { decide } from '../../server/publish/decide.ts'
import { asked } from './opened.ts'

const none = { lines: 0, pounds: 0 }
const some = { lines: 2, pounds: 100 }
const partly = { estimated: false, partly: true }
const does = (before: object, request: Parameters<typeof asked>[0] = {}) =>
  decide({ recorded: none, sharedOut: none, budget: none, ...before }, undefined, asked(request), partly).does

test('figures of some districts take out neither a share nor a budget in place of a return', () => {
  expect([does({ sharedOut: some }), does({ budget: some }), does({})]).toEqual(['leave', 'leave', 'add'])
})

test('but are put beside them where that is asked', () => {
  expect([
    does({ sharedOut: some }, { whereSharedOut: 'add' }),
    does({ budget: some }, { whereSharedOut: 'add' }),
  ]).toEqual(['add', 'add'])
})

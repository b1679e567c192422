import { expect, test } from '@jest/globals'
import type { Count } from '../../client/api-types.ts'
import { knownRules } from '../../client/state/known-rules.ts'

const known = {
  control_rules: [{ id: 'education' }] as Count['control_rules'],
  sectors: [{ id: 'fire', name: 'Fire' }],
  agencies: [{ id: 'E6101', name: 'Avon', sector: 'fire', department: '' }],
  functions: [{ code: '9.1', name: 'Primary', division: '9', division_name: 'Education' }],
}

test('rules that name what the count does not know are left out and told, the others stay in order', () => {
  const text =
    'rule:education>1;sector:fire|water>2;agency:E6101,function:9.1>3;economic:barter>4;finance:own,class:2>5'
  expect(knownRules(known, text)).toEqual({
    rules: 'rule:education>1;agency:E6101,function:9.1>3;finance:own,class:2>5',
    strange: ['water', 'barter'],
  })
  expect(knownRules(known, '')).toEqual({ rules: '', strange: [] })
})

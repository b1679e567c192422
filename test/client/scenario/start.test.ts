import { expect, test } from '@jest/globals'
import { differences } from '../../../client/scenario/keep/differences.ts'
import { same } from '../../../client/scenario/keep/same.ts'
import { movedBetween, workedOf } from '../../../client/scenario/keep/worked.ts'
import { adapt } from '../../../client/scenario/start/adapt.ts'
import { type BodyRow, bodiesOf, withBodies } from '../../../client/scenario/start/count-bodies.ts'
import { put } from '../../../client/scenario/state/change.ts'
import { asDraft, EMPTY } from '../../../client/scenario/state/draft.ts'
import { loadParameters } from '../../../server/parameters/load.ts'
import { loadPresets } from '../../../server/parameters/presets.ts'
import { readScenario } from '../../../server/scenario/document/read.ts'
import { evaluate } from '../../../server/scenario/evaluate.ts'

const parameters = loadParameters()
const presets = loadPresets()
const brighter = asDraft(presets.find(({ id }) => id === 'birmingham-brighter-futures')!.scenario)!
const work = (document: unknown) => {
  const read = readScenario(document, parameters)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return evaluate(read.scenario, { parameters })
}
const BIRMINGHAM = { codes: ['E08000025'], name: 'Birmingham', persons: 1_000_000 }
const CROYDON = { codes: ['E09000008'], name: 'Croydon', persons: 400_000 }

test('a preset set in another place scales people and pounds, and nothing else', () => {
  const { document, scaled } = adapt(brighter, BIRMINGHAM, CROYDON)
  expect(scaled.join(' ')).toContain('Birmingham (1,000,000 people) to Croydon (400,000), times 0.400')
  expect(document.places).toEqual(['E09000008'])
  expect(document.investment[0]!.amounts!.reduce<number>((a, b) => a + b, 0)).toBe(16_800_000)
  expect(document.outcomes[0]!.value!.fiscal).toBe(40_400_000)
  expect(document.outcomes[0]!.provenance).toMatchObject({ status: 'derived' })
  expect(document.outcomes[0]!.provenance!.note).toContain('Preset: £101,000,000')
  expect(document.outcomes[1]!.provenance!.status).toBe('illustrative')
  expect(document.pot).toEqual(brighter.pot)
  expect(document.outcomes[0]!.split).toEqual(brighter.outcomes[0]!.split)
  const [before, after] = [work(brighter), work(document)]
  expect(after.financial.cashable.npv / before.financial.cashable.npv).toBeCloseTo(0.4, 9)
  expect(after.financial.cashable.bcr).toBeCloseTo(before.financial.cashable.bcr!, 9)
})

test('where the people of the preset are not known nothing is scaled, and it is said', () => {
  const { document, scaled, kept } = adapt(brighter, null, CROYDON)
  expect(scaled).toEqual([])
  expect(kept[0]).toMatch(/^Nothing is scaled/)
  expect(document.investment).toEqual(brighter.investment)
})

test.each(presets.map((preset) => [preset.id, preset] as const))(
  '%s is a document that can be set elsewhere',
  (_id, preset) => {
    const { document } = adapt(asDraft(preset.scenario)!, BIRMINGHAM, CROYDON)
    expect(() => work(document)).not.toThrow()
  },
)

const row = (
  sector: string,
  agency: string,
  division: string,
  amount: number | null,
  recorded = 0,
): BodyRow => ({
  sector,
  sector_name: `All ${sector}`,
  agency,
  agency_name: `Body ${agency}`,
  division,
  division_name: `Division ${division}`,
  amount,
  recorded,
})
const ROWS = [
  row('nhs', 'trusts', '7', 700),
  row('nhs', 'commissioners', '7', 200),
  row('nhs', 'commissioners', '10', 50),
  row('council', 'E1', '9', 300, 300),
  row('council', 'E1', '10', 100, 100),
  row('pensions', 'scheme', '1', -5),
]

test('bodies are added up by kind or singly, largest first, without those that spend nothing on balance', () => {
  const kinds = bodiesOf(ROWS, 'sector')
  expect(kinds.map(({ id, name, amount }) => [id, name, amount])).toEqual([
    ['nhs', 'All nhs', 950],
    ['council', 'Body E1', 400],
  ])
  expect(kinds[0]!.divisions.map(({ id, amount }) => [id, amount])).toEqual([
    ['7', 900],
    ['10', 50],
  ])
  expect(bodiesOf(ROWS, 'agency').map(({ id }) => id)).toEqual(['trusts', 'E1', 'commissioners'])
})

test('partners from the count have their lines as baselines, and say where from', () => {
  const [nhs, council] = bodiesOf(ROWS, 'sector')
  const counted = {
    by: 'sector' as const,
    places: ['E09000008'],
    placeName: 'Croydon',
    year: '2017-18',
    count: { id: 'england', hash: 'abcdef0123456789' },
  }
  const document = withBodies(
    EMPTY,
    [
      { body: nhs!, divisions: ['10'] },
      { body: council!, divisions: [] },
    ],
    counted,
  )
  expect(document.places).toEqual(['E09000008'])
  expect(document.partners.map(({ id }) => id)).toEqual(['nhs', 'council'])
  expect(document.pot.contributions).toMatchObject([
    { kind: 'line', partner: 'nhs', line: { id: 'sector:nhs@E09000008@2017-18#10', amount: 50 } },
    { kind: 'line', partner: 'council', line: { id: 'sector:council@E09000008@2017-18', amount: 400 } },
  ])
  expect(document.pot.contributions[0]!.note).toMatch(
    /^Baseline: £50 a year on division 10 in Croydon, 2017 to 2018, net, cash prices, shared out/,
  )
  expect(document.pot.contributions[1]!.note).toMatch(/recorded\. Count england, abcdef012345\.$/)
})

test('what changed between two documents is said in words, item by item', () => {
  let after = put(brighter, ['horizon'], 12)
  after = put(after, ['pot', 'contributions', 2, 'share'], 0.1)
  after = put(after, ['outcomes', 3, 'split', 0, 'cashable'], 0.5)
  after = put(after, ['partners', 4], { id: 'Fire', name: 'Fire and rescue' })
  after = put(after, ['sharing', 'rule'], 'byBenefit')
  expect(differences(brighter, after)).toEqual([
    { what: 'Partners, Fire and rescue', before: 'nothing', after: 'there' },
    { what: 'Years looked at', before: '15', after: '12' },
    { what: 'The pot, contributions, Police and criminal justice, share', before: '15.0%', after: '10.0%' },
    {
      what: 'Outcomes, Return to the Exchequer, falls to, DWP and the Exchequer, cashable',
      before: '80.0%',
      after: '50.0%',
    },
    { what: 'Sharing, rule', before: 'Shapley value', after: 'by benefit' },
  ])
  expect(differences(brighter, brighter)).toEqual([])
  expect(same({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
})

test('what changed between two results names the figure, the rule and the partner', () => {
  const name = (id: string) => id
  const before = workedOf(work(brighter))
  expect(movedBetween(before, before, name)).toEqual([])
  const after = workedOf(work(put(brighter, ['discounting'], { rate: 0.06 })))
  const moved = movedBetween(before, after, name)
  expect(moved[0]).toMatchObject({ what: 'Net present value, cashable', before: '£93.6m' })
  expect(moved.map(({ what }) => what)).toContain('Lies where it falls: Police')
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Row } from '../../server/count/schema.ts'
import { mappingSchema } from '../../server/intake/mapping.ts'
import { planInWords } from '../../server/publish/in-words.ts'
import { BETASHIRE, FIVE_PLACES } from '../fixtures/five-places.ts'
import type { Tables } from '../fixtures/open-fixture.ts'
import { file, MAPPING, type OpenedPublish, openPublish, type Sent } from './opened.ts'

let open: Awaited<ReturnType<typeof openPublish>>
beforeAll(async () => {
  open = await openPublish()
})
afterAll(() => open.close())

/** Buckinghamshire's, whose code Betashire has. */
const DISTRICTS = ['E07000004', 'E07000005', 'E07000006', 'E07000007']
const brought = (districts: readonly string[], agency = 'nhs') =>
  open.bring(
    file(districts.map((place) => ({ place, agency, fn: 'Hospitals', service: 'Surgery', amount: '100' }))),
  )
/** As a plan is that says nothing of it. */
const WAITS = { whereDoubtful: 'leave' } as const
const group = { place: BETASHIRE, agency: 'nhs', year: '2017-18', economic: 'current' } as const

test('figures of some districts do not stand in for what the count has of the whole county', async () => {
  await open.planned(await brought(DISTRICTS.slice(0, 3)), WAITS, ({ reply }) => {
    expect(reply.groups).toEqual([
      expect.objectContaining({
        ...group,
        does: 'leave',
        pounds: 300,
        change: 0,
        why: 'These are of some of its districts only: what the count has stays, and these are left out until it is decided.',
        doubt: 'districts',
        waits: true,
        warning: expect.stringContaining('Only 3 of its 4 districts have figures in the files.'),
      }),
    ])
    expect(reply.groups[0]!.before.sharedOut.lines).toBeGreaterThan(0)
    expect(reply.years.map(({ before, after }) => after - before!)).toEqual([0])
    expect(planInWords(reply, open.count.catalogue)).toContain(
      'Betashire, NHS, 2017-18, current: £300 beside £700.',
    )
  })
})

test('but for a decision, and those of all do', async () => {
  const decisions = [{ ...group, does: 'replace', covers: 'agency', classes: 'same' }] as const
  await open.planned(
    await brought(DISTRICTS.slice(0, 3)),
    { ...WAITS, decisions: [...decisions] },
    ({ reply }) => {
      const [{ does, pounds, replaced, before, change, warning }] = reply.groups as [
        (typeof reply.groups)[number],
      ]
      expect([does, pounds, replaced]).toEqual(['replace', 300, before.sharedOut])
      expect(change).toBe(300 - replaced.pounds)
      expect(warning).toContain('Only 3 of its 4 districts')
    },
  )
  await open.planned(await brought(DISTRICTS), WAITS, ({ reply }) => {
    const [{ does, pounds, warning }] = reply.groups as [(typeof reply.groups)[number]]
    expect([does, pounds]).toEqual(['replace', 400])
    expect(warning ?? '').not.toContain('districts')
  })
})

test('where the count has nothing they are added, and it is told', async () => {
  await open.planned(await brought(DISTRICTS.slice(0, 1), 'dcms'), {}, ({ reply }) => {
    const [{ does, before, warning }] = reply.groups as [(typeof reply.groups)[number]]
    expect(before.sharedOut.lines + before.recorded.lines).toBe(0)
    expect(does).toBe('add')
    expect(warning).toContain('Only 1 of its 4 districts have figures')
  })
})

describe('districts are counted for what is published and no more', () => {
  const nhs = { agency: 'nhs', fn: 'Hospitals', service: 'Surgery', amount: '100' } as const
  const all = (more: Partial<Sent> = {}) => DISTRICTS.map((place) => ({ place, ...nhs, ...more }))
  const does = async (rows: readonly Sent[]) => {
    let found: string | undefined
    await open.planned(await open.bring(file(rows)), WAITS, ({ reply }) => {
      found = reply.groups.find(({ economic }) => economic === 'current')!.does
    })
    return found
  }
  test.each<[string, readonly Sent[], string]>([
    ['of another class', [...all({ economic: 'capital' }), ...all().slice(1)], 'leave'],
    ['a transfer', [...all().slice(1), ...all({ flow: 'transfer out' }).slice(0, 1)], 'leave'],
    ['a budget set aside', [...all(), ...all({ phase: 'budget' }).slice(1)], 'replace'],
    ['a budget beside outturn', [...all({ phase: 'budget' }), ...all().slice(1)], 'leave'],
  ])('%s', async (_what, rows, expected) => {
    expect(await does(rows)).toBe(expected)
  })
})

describe('a council that took the place of some districts', () => {
  const COUNTY = 'E10000021'
  const moved = { ...FIVE_PLACES } as { -readonly [K in keyof Tables]: Tables[K] }
  for (const name of Object.keys(moved) as (keyof Tables)[])
    moved[name] = moved[name].map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [column, value === BETASHIRE ? COUNTY : value]),
        ) as Row,
    )
  let there: OpenedPublish
  beforeAll(async () => {
    there = await openPublish(moved)
  })
  afterAll(() => there.close())
  const group = async (...places: string[]) => {
    const rows = places.map((place) => ({
      place,
      agency: 'nhs',
      fn: 'Hospitals',
      service: 'Surgery',
      amount: '300',
    }))
    const { groups } = await there.reply(await there.bring(file(rows)), WAITS)
    expect(groups).toHaveLength(1)
    return groups[0]!
  }

  test('does not stand in for the whole county', async () => {
    const { place, does, pounds, before, warning } = await group('E06000061')
    expect([place, does, pounds]).toEqual([COUNTY, 'leave', 300])
    expect(before.sharedOut.lines).toBeGreaterThan(0)
    expect(warning).toContain('Only 4 of its 7 districts have figures in the files.')
    expect((await group('West Northamptonshire')).warning).toContain('Only 3 of its 7 districts')
  })
  test('but both do', async () => {
    const { does, pounds, before, replaced, warning } = await group('E06000061', 'West Northamptonshire')
    expect([does, pounds, replaced]).toEqual(['replace', 600, before.sharedOut])
    expect(warning ?? '').not.toContain('districts')
  })
})

describe('payments of a county and of its districts', () => {
  const columns = [...MAPPING.columns, { header: 'Supplier', meaning: 'supplier' }]
  const mapping = mappingSchema.parse({ ...MAPPING, columns })
  const group = async (...rows: readonly Partial<Sent>[]) => {
    const whole = rows.map((row) => ({
      place: BETASHIRE,
      agency: 'nhs',
      fn: 'Hospitals',
      amount: '200',
      ...row,
    }))
    const [header, ...lines] = file(whole).split('\n')
    const text = [`${header},Supplier`, ...lines.map((line) => `${line},Acorn Ltd`)].join('\n')
    const { groups } = await open.reply(await open.bring(text, 0, mapping), WAITS)
    return groups.find(({ economic }) => economic === 'current')!
  }
  test('are of the whole county together', async () => {
    const { does, pounds, warning } = await group({}, { place: DISTRICTS[0]! }, { place: DISTRICTS[1]! })
    expect([does, pounds]).toEqual(['replace', 600])
    expect(warning ?? '').not.toContain('districts')
  })
  test('but not where the county has those of another class only', async () => {
    const { does, warning } = await group({ economic: 'capital' }, { place: DISTRICTS[0]! })
    expect(does).toBe('leave')
    expect(warning).toContain('Only 1 of its 4 districts')
  })
})

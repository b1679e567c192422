import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Candidate, nearest, standingOf } from '../../server/count/comparators.ts'

const NONE: ReadonlySet<string> = new Set()
const one = (code: string, size: number, age: number | null): Candidate => ({
  code,
  features: { size, age },
})
const distances = (group: readonly Candidate[], own: string, features: string[], logged = NONE) =>
  Object.fromEntries(
    nearest(group, own, features, logged).neighbours.map(({ code, distance }) => [code, distance]),
  )

describe('nearest, by hand', () => {
  const four = [one('d', 6, 20), one('a', 1, 20), one('c', 3, 10), one('b', 2, 10)]

  test('z over the group, distance over the root of the number of features', () => {
    const { neighbours } = nearest(four, 'a', ['size', 'age'], NONE)
    const spread = Math.sqrt(3.5)
    expect(neighbours.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd'])
    expect(neighbours[0]).toMatchObject({ distance: 0 })
    expect(neighbours[0]!.z.size).toBeCloseTo(-2 / spread, 11)
    expect(neighbours[1]!.distance).toBeCloseTo(Math.sqrt((1 / 3.5 + 4) / 2), 11)
    expect(neighbours[2]!.distance).toBeCloseTo(Math.sqrt((4 / 3.5 + 4) / 2), 11)
    expect(neighbours[3]!.distance).toBeCloseTo(Math.sqrt(25 / 3.5 / 2), 11)
  })

  test('ties go by code', () => {
    const { neighbours } = nearest([one('z', 2, 0), one('m', 1, 0), one('b', 0, 0)], 'm', ['size'], NONE)
    expect(neighbours.map(({ code }) => code)).toEqual(['m', 'b', 'z'])
    expect(neighbours[1]!.distance).toBe(neighbours[2]!.distance)
  })

  test('a logarithm makes ten times as far as a tenth', () => {
    const far = [one('a', 10, 0), one('b', 100, 0), one('c', 1, 0)]
    expect(distances(far, 'a', ['size'], new Set(['size'])).b).toBeCloseTo(
      distances(far, 'a', ['size'], new Set(['size'])).c!,
      12,
    )
    expect(distances(far, 'a', ['size']).b).toBeGreaterThan(distances(far, 'a', ['size']).c!)
  })

  test('what lacks a feature is left out and named, and is no part of the mean', () => {
    const { neighbours, leftOut } = nearest([...four, one('e', 1e9, null)], 'a', ['size', 'age'], NONE)
    expect(leftOut).toEqual([{ code: 'e', features: ['age'] }])
    expect(neighbours).toEqual(nearest(four, 'a', ['size', 'age'], NONE).neighbours)
    expect(nearest([...four, one('e', 1, null)], 'e', ['age'], NONE)).toEqual({
      neighbours: [],
      leftOut: [{ code: 'e', features: ['age'] }],
    })
  })

  test('a feature in which nothing differs sets nothing apart', () => {
    expect(distances([one('a', 0.1, 5), one('b', 0.1, 5), one('c', 0.1, 5)], 'a', ['size', 'age'])).toEqual({
      a: 0,
      b: 0,
      c: 0,
    })
  })
})

describe('nearest, always', () => {
  const value = fc.double({ min: 0.001, max: 1e7, noNaN: true })
  const group = fc
    .array(fc.record({ size: value, age: value, need: value }), { minLength: 2, maxLength: 12 })
    .map((all): Candidate[] =>
      all.map((features, at) => ({ code: `p${String(at).padStart(2, '0')}`, features })),
    )
  const features = fc.subarray(['size', 'age', 'need'], { minLength: 1 })
  const logged = fc.subarray(['size', 'age', 'need']).map((names) => new Set(names))
  const sameDistances = (a: Record<string, number>, b: Record<string, number>) => {
    expect(Object.keys(a).sort()).toEqual(Object.keys(b).sort())
    for (const [code, distance] of Object.entries(a)) expect(b[code]).toBeCloseTo(distance, 6)
  }

  test('the distance is the same both ways', () =>
    fc.assert(
      fc.property(group, features, logged, (all, names, logs) => {
        expect(distances(all, 'p00', names, logs).p01).toBeCloseTo(distances(all, 'p01', names, logs).p00!, 9)
      }),
    ))

  test('it is not changed by the unit a feature is measured in', () =>
    fc.assert(
      fc.property(group, features, logged, fc.constantFrom(0.001, 0.5, 3, 1000), (all, names, logs, unit) => {
        const scaled = all.map(({ code, features }) => ({
          code,
          features: { ...features, [names[0]!]: features[names[0]!]! * unit },
        }))
        sameDistances(distances(all, 'p00', names, logs), distances(scaled, 'p00', names, logs))
      }),
    ))

  test('the order of the group and of the features changes nothing', () =>
    fc.assert(
      fc.property(group, features, logged, fc.nat(), (all, names, logs, turn) => {
        const at = turn % all.length
        const turned = [...all.slice(at), ...all.slice(0, at)].reverse()
        expect(nearest(turned, 'p00', names, logs)).toEqual(nearest(all, 'p00', names, logs))
        sameDistances(distances(all, 'p00', [...names].reverse(), logs), distances(all, 'p00', names, logs))
      }),
    ))

  test('a feature switched off is never read', () =>
    fc.assert(
      fc.property(group, logged, (all, logs) => {
        const guarded = all.map(({ code, features }) => ({
          code,
          features: {
            ...features,
            get need(): number {
              throw new Error('read')
            },
          },
        }))
        expect(nearest(guarded, 'p00', ['size', 'age'], logs)).toEqual(
          nearest(all, 'p00', ['size', 'age'], logs),
        )
      }),
    ))

  test('nearest first, itself at no distance before all', () =>
    fc.assert(
      fc.property(group, features, logged, (all, names, logs) => {
        const { neighbours } = nearest(all, 'p01', names, logs)
        expect(neighbours[0]).toMatchObject({ code: 'p01', distance: 0 })
        const far = neighbours.map(({ distance }) => distance)
        expect(far).toEqual([...far].sort((a, b) => a - b))
        expect(neighbours).toHaveLength(all.length)
      }),
    ))
})

describe('where a figure stands', () => {
  test.each([
    [10, [10, 8, 6, 4], { rank: 1, of: 4, quartile: 4 }],
    [8, [10, 8, 6, 4], { rank: 2, of: 4, quartile: 3 }],
    [4, [10, 8, 6, 4], { rank: 4, of: 4, quartile: 1 }],
    [8, [8, 8, 6, null], { rank: 1, of: 3, quartile: 2 }],
    [-5, [-5, 0], { rank: 2, of: 2, quartile: 1 }],
    [7, [7], { rank: 1, of: 1, quartile: 1 }],
  ])('%p among %p', (own, all, standing) => expect(standingOf(own, all)).toEqual(standing))

  test('what is not known is not ranked, and never last', () =>
    expect(standingOf(null, [null, 3, 1])).toEqual({ rank: null, of: 2, quartile: null }))
})

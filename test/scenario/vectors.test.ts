import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ROOT } from '../../server/root.ts'
import { solver } from '../../server/solver/solver.ts'
import { runVectors } from '../vectors/runner.ts'
import type { Vector } from '../vectors/types.ts'
import { parameters } from './setup.ts'

const load = (file: string): Vector[] => JSON.parse(readFileSync(file, 'utf8')).vectors
const own = load(join(ROOT, 'test/vectors/economics.json'))
const given = join(ROOT, '../shared/vectors/economics.json')
const solve = await solver()
const failures = (vectors: Vector[]) =>
  runVectors(vectors, parameters, solve).filter((verdict) => !verdict.passed)

describe('vectors', () => {
  test('every vector of the project is met', () => {
    expect(own.length).toBeGreaterThan(90)
    expect(failures(own)).toEqual([])
  })

  const where = existsSync(given) ? test : test.skip
  where('every vector given with the methods note is met', () => {
    expect(failures(load(given))).toEqual([])
  })

  test('a vector whose expected figure is a little off fails', () => {
    const off = structuredClone(
      own.filter((vector) => 'npv' in vector.expected && typeof vector.expected.npv === 'number'),
    )
    for (const vector of off)
      vector.expected.npv = (vector.expected.npv as number) + 3 * (vector.tolerance ?? 0) + 1e-4
    expect(off.length).toBeGreaterThan(3)
    expect(failures(off)).toHaveLength(off.length)
  })

  test('a vector nobody can map fails, and so does one that expects what is not worked out', () => {
    const [first] = own
    const strange: Vector[] = [
      { name: 'gb.unheard-of', inputs: { sheep: 3 }, expected: { wool: 1 } },
      { name: 'elsewhere.x', inputs: { players: 1, v: { 1: 1 } }, expected: { shapley: [1] } },
      { ...first!, name: 'gb.more', expected: { ...first!.expected, unknown: 1 } },
    ]
    expect(failures(strange)).toHaveLength(3)
  })

  test('games of other sizes and names of players run by their shape', () => {
    const names: Vector = {
      name: 'game.named',
      inputs: { players: ['Council', 'NHS'], v: { Council: 1, NHS: 0, 'NHS+Council': 3 } },
      expected: { shapley: [2, 1], nucleolus: [2, 1], coreEmpty: false, shapleyInCore: true },
      tolerance: 1e-9,
    }
    const alone: Vector = {
      name: 'game.alone',
      inputs: { players: 1, v: { 1: 5 } },
      expected: { shapley: [5], nucleolus: [5] },
      tolerance: 1e-9,
    }
    expect(failures([names, alone])).toEqual([])
  })
})

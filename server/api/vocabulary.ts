import { readRules, type Test } from '../count/classing.ts'
import type { Count } from '../count/open.ts'
import { NOT_PLACED } from '../count/schema.ts'
import { classesIn } from './definition.ts'
import { perObject } from './per-object.ts'
import type { Vocabulary } from './read-question.ts'

/** Every value a question may name in this count. */
export const vocabularyOf = perObject(({ id, hash, catalogue }: Count): Vocabulary => {
  const { places, sets, functions } = catalogue
  const definitions = new Set(catalogue.definitions.map(({ id }) => id))
  const setNames = sets.map((set) => `set:${set.id}`)
  const values: Partial<Record<Test, ReadonlySet<string>>> = {
    rule: new Set(catalogue.controlRules.map(({ id }) => id)),
    sector: new Set(catalogue.sectors.map(({ id }) => id)),
    agency: new Set(catalogue.agencies.map(({ id }) => id)),
    function: new Set(functions.map(({ code }) => code)),
    economic: new Set(['current', 'capital', 'transfer_to_people']),
    finance: new Set(['own', 'grant', 'mixed']),
  }
  const strange = (text: string) =>
    readRules(text)!.flatMap(({ tests }) =>
      Object.entries(tests).flatMap(([test, named]) =>
        named
          .filter((value) => values[test as Test]?.has(value) === false)
          .map((value) => `${test} '${value}'`),
      ),
    )
  const rules = {
    has: (text: string) => strange(text).length === 0,
    why: (text: string) => `names ${strange(text).join(', ')}, not known in this count`,
  }
  return {
    rules,
    moves: rules,
    from: new Set(catalogue.years),
    count: {
      has: (ref) => ref === id || ref === hash,
      why: () => 'is not the hash of a count kept here, nor the id of one alone: see /counts',
    },
    year: new Set(catalogue.years),
    places: new Set([...places.keys(), ...setNames, NOT_PLACED]),
    tier: new Set([...new Set([...places.values()].map(({ tier }) => tier)), ...setNames]),
    scope: new Set(catalogue.scopeTags.map(({ tag }) => tag)),
    definition: { has: (id) => classesIn(id) !== null || definitions.has(id) },
    agency: new Set(catalogue.agencies.map((agency) => agency.id)),
    sector: new Set(catalogue.sectors.map((sector) => sector.id)),
    function: new Set(functions.map(({ code }) => code)),
    division: new Set(functions.map(({ division }) => division)),
    economic: new Set(['current', 'capital', 'transfer_to_people']),
    decides: new Set(['elected_local', 'duty', 'joint', 'local_board', 'national', 'statute']),
    holds: new Set(['elected_local', 'local_board', 'national']),
    basis: new Set(['recorded', 'shared_out']),
    grade: new Set(['A', 'B', 'C', 'D']),
    class: new Set(catalogue.classes.map((one) => String(one.class))),
    source: new Set(catalogue.sources.map((source) => source.id)),
  }
})

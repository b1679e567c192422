import fc from 'fast-check'
import { FIVE_PLACES } from '../fixtures/five-places.ts'
import { references } from '../fixtures/references.ts'

export const YEARS = ['2016-17', '2017-18']
export const PLACES = [
  ...references.place.filter(({ tier }) => tier === 'upper').map(({ code }) => code as string),
  'not-placed',
]
export const AGENCIES = references.agency.map(({ id }) => id as string)
export const TAGS = references.scope_tag.map(({ tag }) => tag as string)
const [model] = FIVE_PLACES.spend

const line = fc.record({
  place: fc.constantFrom(...PLACES),
  year: fc.constantFrom(...YEARS),
  agency: fc.constantFrom(...AGENCIES),
  function: fc.constantFrom(...references.function.map(({ code }) => code as string)),
  economic: fc.constantFrom('current', 'capital', 'transfer_to_people'),
  flow: fc.constantFrom('own', 'own', 'own', 'transfer_in', 'transfer_out'),
  amount: fc.integer({ min: -(10 ** 9), max: 10 ** 11 }),
  basis: fc.constantFrom('recorded', 'shared_out'),
  grade: fc.constantFrom('A', 'B', 'C', 'D'),
  decides: fc.constantFrom('elected_local', 'duty', 'joint', 'local_board', 'national', 'statute'),
  holds: fc.constantFrom('elected_local', 'local_board', 'national'),
  influences: fc.constantFrom('place', 'demand', 'none'),
  finance: fc.constantFrom('own', 'grant', 'mixed'),
  tags: fc.subarray(TAGS.filter((tag) => tag !== 'grade-d')),
  source: fc.constantFrom('outturn', 'cra'),
})
/** Lines of spending over the five places, at random. */
export const randomLines = fc.array(line, { minLength: 1, maxLength: 200 }).map((lines) =>
  [...YEARS.map((year) => ({ year, amount: 0 })), ...lines].map((one, index) => ({
    ...model,
    line: `r${index}`,
    ...one,
  })),
)

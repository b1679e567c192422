import { expect, test } from '@jest/globals'
import { read } from '../../client/state/url.ts'
import { viewLink } from '../../server/api/view-link.ts'

test('the client opens the view a workbook links to', () => {
  const asked = {
    year: ['2017-18'],
    places: ['E09000008', 'set:core-cities'],
    scope: ['benefits', 'schools'],
    fill: 'budget' as const,
    definition: 'classes:1,2',
  }
  const { view, faults } = read(viewLink('/control', asked)!.slice(1))
  expect(faults).toEqual([])
  expect(view).toMatchObject({
    page: 'explore',
    measure: 'share',
    year: '2017-18',
    places: asked.places,
    without: asked.scope,
    fill: true,
    definition: asked.definition,
  })
  const hash = 'ab'.repeat(32)
  expect(read(viewLink('/control', asked, hash)!.slice(1)).view).toEqual({ ...view, pinned: hash })
  expect(read(viewLink('/spend', { per: 'head' })!.slice(1)).view.measure).toBe('head')
})

test("the reader's own name of several places goes with them; one place has its own", () => {
  const several = { places: ['E09000008', 'E09000006'], called: 'The south' }
  expect(read(viewLink('/spend', several)!.slice(1)).view.placesNamed).toBe('The south')
  const one = { places: ['E09000008'], called: 'The south' }
  expect(read(viewLink('/spend', one)!.slice(1)).view.placesNamed).toBe('')
})

test('what no view shows has no link', () => {
  expect(viewLink('/places', {})).toBeNull()
  expect(viewLink('/lines', {})).toBeNull()
  expect(viewLink('/spend', { year: ['2016-17', '2017-18'] })).toBeNull()
  expect(viewLink('/spend', { places: ['not-placed'] })).toBeNull()
})

import { Library, type LibraryOptions } from '../../server/library/library.ts'

/** Ids aaaaaaaaaaa0, aaaaaaaaaaa1, ... and a clock that goes on a second at each look. */
export function given(more: Partial<LibraryOptions> = {}): LibraryOptions {
  let ids = 0
  let seconds = 0
  return {
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)),
    id: () => `a${String(ids++).padStart(11, '0')}`,
    software: '1.2.3',
    ...more,
  }
}

export const libraryIn = (folder: string, more: Partial<LibraryOptions> = {}) =>
  new Library(folder, given(more))

export const draft = (document: unknown, more: object = {}) => ({
  name: 'A name',
  note: '',
  places: [],
  count: null,
  result: null,
  document,
  ...more,
})

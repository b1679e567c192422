import type { Store } from '../engine/store.ts'
import { LIBRARY } from './file.ts'
import { LibraryUnavailable } from './unavailable.ts'

/** Scripts of queries/ that bring a library from one form to the next, the first from nothing. */
export const FORMS: readonly string[] = ['library-1']

export interface Made {
  readonly now: () => Date
  /** Version of this software. */
  readonly software: string
  readonly forms: readonly string[]
}

/**
 * Brings a library to the latest form, all in one transaction.
 * @throws LibraryUnavailable where it is of a newer form than this software knows
 */
export function bringUp(store: Store, { now, software, forms }: Made): Promise<void> {
  return store.transaction(async ({ ask, script }) => {
    const tables = await ask<{ name: string }>('library-tables')
    const found = tables.length === 0 ? 0 : (await ask<{ version: number }>('library-version'))[0]!.version
    if (found > forms.length)
      throw new LibraryUnavailable(
        'newer',
        `The library was made by a newer Total Place (form ${found}; this one knows ${forms.length}). Start that one, or move ${LIBRARY} out of the state folder to begin a new library.`,
      )
    for (let form = found; form < forms.length; form += 1) {
      await script(forms[form]!)
      await ask('library-migrated', { version: form + 1, software, made: now().toISOString() })
    }
  })
}

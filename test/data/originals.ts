import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@jest/globals'
import { ROOT } from '../../server/root.ts'

/** Where the original publications stand on a machine that has them. */
export const ORIGINALS = join(ROOT, '../shared/data-real')

/** A test that reads the original publications; skipped, and said to be, where they are not. */
export function testOnOriginals(name: string, run: () => Promise<void>, timeout: number): void {
  if (existsSync(ORIGINALS)) test(name, run, timeout)
  else test.skip(`${name} (needs the original publications)`, run)
}

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT } from '../server/root.ts'

/** What each folder may import of the others; files at the top of server/ stand for themselves. */
const ALLOWED: Record<string, readonly string[]> = {
  'server/main.ts': [
    'server/app.ts',
    'server/config.ts',
    'server/from-config.ts',
    'server/api',
    'server/count',
    'server/intake',
    'server/jobs',
    'server/library',
    'server/parameters',
    'server/places',
    'server/random-id.ts',
    'server/shelf',
    'server/solver',
  ],
  'server/import.ts': [
    'server/config.ts',
    'server/from-config.ts',
    'server/count',
    'server/import-constants.ts',
    'server/import-package.ts',
    'server/import-publish.ts',
    'server/import-told.ts',
    'server/intake',
    'server/publish',
    'server/shelf',
  ],
  'server/import-constants.ts': ['server/count', 'server/import-told.ts', 'server/intake'],
  'server/import-publish.ts': ['server/api', 'server/count', 'server/import-told.ts', 'server/publish'],
  'server/import-told.ts': [
    'server/config.ts',
    'server/count',
    'server/intake',
    'server/publish',
    'server/shelf',
  ],
  'server/import-package.ts': [
    'server/config.ts',
    'server/count',
    'server/from-config.ts',
    'server/import-told.ts',
    'server/shelf',
  ],
  'server/from-config.ts': ['server/config.ts', 'server/intake', 'server/random-id.ts', 'server/shelf'],
  'server/app.ts': [
    'server/api',
    'server/config.ts',
    'server/intake',
    'server/jobs',
    'server/library',
    'server/places',
    'server/publish',
    'server/shelf',
  ],
  'server/config.ts': [],
  'server/tables.ts': [],
  'server/random-id.ts': [],
  'server/api': [
    'server/export',
    'server/count',
    'server/engine',
    'server/places',
    'server/scenario',
    'server/parameters',
    'server/solver',
    'server/intake',
    'server/jobs',
    'server/library',
    'server/publish',
    'server/shelf',
  ],
  'server/publish': ['server/intake', 'server/count', 'server/engine', 'server/shelf'],
  'server/intake': ['server/count', 'server/engine', 'server/tables.ts'],
  'server/shelf': ['server/count', 'server/engine'],
  'server/library': ['server/engine'],
  'server/export': ['server/count', 'server/places', 'server/scenario'],
  'server/reproduce.ts': ['server/reproduce-files.ts'],
  'server/reproduce-files.ts': [
    'server/api',
    'server/export',
    'server/parameters',
    'server/scenario',
    'server/solver',
  ],
  'server/jobs': ['server/scenario', 'server/solver', 'server/parameters'],
  'server/count': ['server/engine'],
  'server/parameters': ['server/scenario', 'server/tables.ts'],
  'server/solver': ['server/scenario'],
  'server/places': [],
  'server/engine': [],
  'server/scenario': [],
  'data/compile': ['data/sources', 'server/count', 'server/engine', 'server/tables.ts'],
  'data/sources': ['server/count'],
  client: [],
}
/** Types a lower layer takes from the contract: erased when compiled, so no arrow runs back. */
const TYPES_ONLY: Record<string, readonly string[]> = {
  'server/publish': ['server/api/contract-publish.ts'],
  'server/export': ['server/api/contract.ts', 'server/api/contract-scenarios.ts'],
  client: [
    'server/api/contract.ts',
    'server/api/contract-counts.ts',
    'server/api/contract-intake.ts',
    'server/api/contract-jobs.ts',
    'server/api/contract-library.ts',
    'server/api/contract-publish.ts',
    'server/api/contract-scenarios.ts',
    'server/api/contract-tables.ts',
  ],
}
const EVERYWHERE = 'server/root.ts'
const IMPORT = /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'(\.[^']+)'/gms

const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? files(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })

const roomOf = (path: string): string | undefined =>
  Object.keys(ALLOWED)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]

const sources = ['server', 'client', 'data/compile', 'data/sources'].flatMap(files)

test('every source file is in a known room', () =>
  expect(sources.filter((path) => path !== EVERYWHERE && !roomOf(path))).toEqual([]))

test('arrows run one way', () => {
  const faults: string[] = []
  for (const path of sources) {
    const room = roomOf(path)
    if (!room) continue
    for (const [, type, target] of readFileSync(join(ROOT, path), 'utf8').matchAll(IMPORT)) {
      const to = relative(ROOT, join(ROOT, dirname(path), target!)).replaceAll('\\', '/')
      const other = roomOf(to) ?? to
      if (other === room || to === EVERYWHERE || ALLOWED[room]!.includes(other)) continue
      if (type && TYPES_ONLY[room]?.includes(to)) continue
      faults.push(`${path} imports ${to}`)
    }
  }
  expect(faults).toEqual([])
})

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from '@jest/globals'
import { writePackage } from '../../server/count/write.ts'
import { ROOT } from '../../server/root.ts'
import { META } from '../fixtures/open-fixture.ts'
import { roads } from './shelved.ts'

const DIST = join(ROOT, 'dist')

/** A test that runs what is compiled; skipped where nothing is. */
export const compiled = existsSync(join(DIST, 'server/shelf/counts.js')) ? test : test.skip

const running: ChildProcess[] = []

/** Starts test/shelf/writer.mjs; what it says is gathered by line. */
export function writer(folder: string, args: readonly string[], limit = '') {
  const command = [
    process.execPath,
    join(ROOT, 'test/shelf/writer.mjs'),
    pathToFileURL(DIST).href,
    folder,
    ...args,
  ]
  const child = limit
    ? spawn('bash', ['-c', `${limit}; exec "$@"`, 'bash', ...command])
    : spawn(command[0]!, command.slice(1))
  running.push(child)
  const said = { out: '', error: '' }
  child.stdout!.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    said.error += chunk
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const lines = () => said.out.split('\n').slice(0, -1)
  const until = async (holds: () => boolean) => {
    while (!holds() && child.exitCode === null && child.signalCode === null)
      await new Promise((done) => setTimeout(done, 1))
  }
  return { child, said, ended, lines, until }
}

export function killAll(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL')
}

/** Packages to be brought, outside of what is kept: folder and roads by hash. */
export async function packagesIn(folder: string, pounds: readonly number[]) {
  const made = new Map<string, { from: string; pounds: number }>()
  for (const amount of pounds) {
    const from = join(folder, `own-${amount}`)
    const { hash } = await writePackage(from, { ...META, id: `own.${amount}` }, roads(amount))
    made.set(hash, { from, pounds: amount })
  }
  return made
}

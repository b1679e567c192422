import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Arm } from './arm.ts'
import { sql } from './sql.ts'

const DONE = '== done'

export const sqlitePresent = () => spawnSync('sqlite3', ['--version']).status === 0

/** Debian's sqlite3 in a process of its own, on a table without an index; times are its own (`.timer`). */
export async function sqliteArm(folder: string): Promise<Arm> {
  const child = spawn('sqlite3', ['-batch', 'lines.sqlite'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const said = async (script: string): Promise<string> => {
    let text = ''
    const heard = new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        text += chunk
        if (!text.includes(DONE)) return
        child.stdout.off('data', listen)
        resolve()
      }
      child.stdout.on('data', listen)
      child.once('exit', (code) => reject(new Error(`sqlite3 ended (${code})`)))
    })
    child.stdin.write(`${script}\n.print ${DONE}\n`)
    await heard
    return text
  }
  await said(sql('sqlite-load'))
  await said('.mode list\n.timer on')
  return {
    name: 'SQLite, no index',
    async ask() {
      const text = await said(`${sql('spend-by-place').trimEnd()};`)
      const ms = 1000 * Number(/Run Time: real ([\d.]+)/.exec(text)![1])
      const rows = [...text.matchAll(/^(E\d+)\|(-?\d+)$/gm)]
      return { ms, answer: rows.map(([, place, amount]) => [place!, Number(amount)]) }
    },
    async close() {
      child.stdin.end('.quit\n')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../../server/root.ts'

const MAIN = join(import.meta.dirname, '..', '..', 'server', 'main.js')
const ON_ASKING = 'process.on("message", () => { gc(); gc(); process.send(process.memoryUsage()) })'
const READY = /Total Place is at (http\S+)/

/** The built server in a process of its own, on the shipped count and any free port. */
export async function startServer(state: string) {
  const flags = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(ON_ASKING)}`]
  const child = spawn(process.execPath, [...flags, MAIN], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', STATE_DIR: state, RATE_LIMIT: '1000000', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit')
  let said = ''
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += chunk
    if (READY.test(said)) break
  }
  const url = READY.exec(said)?.[1]
  if (!url) throw new Error(`The server did not start: ${said}`)
  /** Memory once garbage is collected. */
  const memory = async (): Promise<NodeJS.MemoryUsage> => {
    const told = once(child, 'message')
    child.send('memory')
    return (await told)[0]
  }
  const stop = async () => {
    child.disconnect()
    child.kill('SIGTERM')
    await gone
  }
  return { url, memory, stop }
}

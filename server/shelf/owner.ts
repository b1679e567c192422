import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const STARTED_MS = Date.now() - process.uptime() * 1000
const DAY_MS = 86_400_000
const TEMPORARY = /^\.new-(\d+-[0-9a-f]{8})-/

/** This process, as it stands in the names of what it makes. */
export const OWNER = `${process.pid}-${HOST}`

/** Name of something half made: it begins with a dot and says whose it is. */
export const temporaryName = () => `.new-${OWNER}-${randomUUID().slice(0, 13)}`

/** Who made what has this name; undefined where it is no name of something half made. */
export const makerOf = (name: string): string | undefined => TEMPORARY.exec(name)?.[1]

/**
 * Whether the process that made something is gone. Of another machine's only its age tells.
 * @param since when it was made, milliseconds
 */
export function gone(owner: string, since: number, now = Date.now(), longest = DAY_MS): boolean {
  if (now - since > longest) return true
  const [pid, host] = owner.split('-')
  if (host !== HOST) return false
  if (Number(pid) === process.pid) return since < STARTED_MS
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

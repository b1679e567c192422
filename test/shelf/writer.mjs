// Keeps and serves counts in a process of its own.
// node writer.mjs DIST FOLDER loop PACKAGE...            one after another until it is killed; says the hash of each
//                                                        once it is served, and takes away the one before the last
// node writer.mjs DIST FOLDER once PACKAGE EXPECTED      says "ready", waits for a line, does it once, says how it went
import { cp } from 'node:fs/promises'

const [dist, folder, mode, ...rest] = process.argv.slice(2)
const { Counts } = await import(`${dist}/server/shelf/counts.js`)

const counts = new Counts({
  shipped: `${folder}/shipped`,
  stateFolder: `${folder}/var`,
  engine: { threads: 1, memoryLimit: '512MB', timeoutMs: 20_000 },
  now: () => new Date(),
  warn: (message) => process.stderr.write(`${message}\n`),
})
const say = (text) => new Promise((done) => process.stdout.write(`${text}\n`, done))
const adopt = async (from) => {
  const scratch = await counts.scratch()
  await cp(from, scratch, { recursive: true })
  return counts.adopt(scratch, null)
}

await counts.start()
if (mode === 'loop') {
  await say('ready')
  for (let turn = 0; ; turn += 1) {
    const { hash } = await adopt(rest[turn % rest.length])
    await counts.serve(hash)
    await say(hash)
    const served = [hash, await counts.before()]
    for (const kept of await counts.list())
      if (!kept.shipped && !served.includes(kept.hash)) await counts.remove(kept.hash)
  }
}
await say('ready')
await new Promise((done) => process.stdin.once('data', done))
try {
  const { hash } = await adopt(rest[0])
  await counts.serve(hash, rest[1] ?? counts.shelf.current.hash)
  await say(JSON.stringify({ hash }))
} catch (error) {
  await say(JSON.stringify({ name: error.name, code: error.code, message: error.message }))
}
await say(JSON.stringify({ served: counts.shelf.current.hash }))
process.exit(0)

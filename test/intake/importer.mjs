// Brings a file in and checks it, again and again until it is killed or has done it TIMES times, and prints
// each receipt. node importer.mjs DIST STATE COUNT FILE MARK TIMES: ids begin with the letter MARK.
import { createReadStream } from 'node:fs'

const [dist, state, packed, file, mark, times] = process.argv.slice(2)
const { Intakes } = await import(`${dist}/server/intake/intakes.js`)
const { openCount } = await import(`${dist}/server/count/open.js`)

const count = await openCount(packed, state, { threads: 1, memoryLimit: '512MB', timeoutMs: 20_000 })
let ids = 0
const intakes = new Intakes(state, {
  id: () => `${mark}${String(ids++).padStart(11, '0')}`,
  now: () => new Date(0),
  megabytes: 16,
  threads: 1,
  memoryLimit: '512MB',
})
const say = (what) => new Promise((done) => process.stdout.write(`${JSON.stringify(what)}\n`, done))

const { id } = await intakes.start()
await say({ id })
for (let turn = 0; turn < Number(times); turn += 1) {
  const { proposal } = await intakes.put(id, 'ledger.csv', createReadStream(file), count)
  await intakes.map(id, proposal.mapping, count)
  await intakes.check(id, count)
  await say({ receipt: await intakes.receipt(id) })
}
count.engine.close()

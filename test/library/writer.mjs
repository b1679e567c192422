// Saves version after version until it is killed, and says so of each only once it is kept.
// node writer.mjs DIST FOLDER ID: of the item ID, begun where there is none.
const [dist, folder, id] = process.argv.slice(2)
const { Library } = await import(`${dist}/server/library/library.js`)

const library = new Library(folder, {
  now: () => new Date(),
  id: () => id,
  software: 'writer',
  checkpointAt: '16KB',
})
const draft = (n) => ({
  name: `Version ${n}`,
  note: '',
  places: [],
  count: null,
  result: null,
  document: { n, fill: String(n % 10).repeat(1000 + ((n * 7919) % 4000)) },
})
const say = (n) => new Promise((done) => process.stdout.write(`${n}\n`, done))

let at = (await library.read('set', id))?.version ?? (await library.create('set', draft(1))).version
for (;;) {
  await say(at)
  const next = draft(at + 1)
  at = (await library.save('set', id, at, () => next)).version
}

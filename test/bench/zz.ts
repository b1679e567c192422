import { existsSync } from 'node:fs'
import { answerControl } from '../../server/api/answer-control.ts'
import { answerSpend } from '../../server/api/answer-spend.ts'
import { openCount } from '../../server/count/open.ts'
import { writeMillion } from './million.ts'

const F = '/tmp/bm/million'
let t = performance.now()
const lap = (s: string) => {
  console.log(s, (performance.now() - t).toFixed(0))
  t = performance.now()
}
if (!existsSync(F)) {
  await writeMillion('/work/main/data/count', F)
  lap('write')
}
const c = await openCount(F, process.argv[2] ?? '/tmp/bm/var', {
  threads: Number(process.argv[3] ?? 2),
  memoryLimit: '1GB',
  timeoutMs: 10000,
})
lap('open')
const signal = new AbortController().signal
const codes = [...c.catalogue.places.values()].map((p) => p.code)
const one = async (places: string[] | undefined, par = true) => {
  const asked = { year: ['2017-18'], places }
  const f = [
    () => answerControl(c, { ...asked, together: true }, signal),
    ...(['sector', 'agency', 'division'] as const).map(
      (by) => () => answerSpend(c, { ...asked, by: [by] }, signal),
    ),
  ]
  const t = performance.now()
  const each: number[] = []
  if (par) await Promise.all(f.map((g) => g()))
  else
    for (const g of f) {
      const s = performance.now()
      await g()
      each.push(performance.now() - s)
    }
  return { all: performance.now() - t, each }
}
for (const par of [true, false]) {
  const times: number[] = []
  const each: number[][] = []
  for (const code of [...codes, ...codes]) {
    const r = await one([code], par)
    times.push(r.all)
    each.push(r.each)
  }
  times.splice(0, 20)
  times.sort((a, b) => a - b)
  const p = (x: number) => times[Math.floor(x * (times.length - 1))]!.toFixed(1)
  console.log(
    par ? 'parallel' : 'serial',
    'min',
    p(0),
    'med',
    p(0.5),
    'p95',
    p(0.95),
    'max',
    p(1),
    par ? '' : each[50]!.map((x) => x.toFixed(1)).join(' '),
  )
}
console.log('England', (await one(undefined)).all.toFixed(1), (await one(undefined)).all.toFixed(1))
c.engine.close()

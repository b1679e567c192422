import { expect, test } from '@jest/globals'
import { type Job, Jobs, TooMany, type Work } from '../../server/jobs/jobs.ts'

const MINUTE = 60_000

/** Jobs of a clock that stands still, and work that ends when told. */
function register(more = {}) {
  let ids = 0
  const clock = { now: 0 }
  const jobs = new Jobs({ now: () => clock.now, id: () => `job${ids++}`, ...more })
  const begin = (total = 10) => {
    const hands = {} as {
      progress: Parameters<Work<string>>[0]
      signal: AbortSignal
      commit: () => void
      end: (result: string) => void
      fail: (error: Error) => void
    }
    const job = jobs.start<string>('trial', total, (progress, signal, commit) => {
      Object.assign(hands, { progress, signal, commit })
      return new Promise<string>((end, fail) => Object.assign(hands, { end, fail }))
    })
    return { id: job.id, job, hands }
  }
  return { jobs, clock, begin }
}
const turn = () => new Promise((done) => setImmediate(done))

test('tells of its way and its end, and no more', async () => {
  const { jobs, begin } = register()
  const { id, hands } = begin()
  const heard: Job[] = []
  jobs.watch(id, (job) => heard.push(job))
  await turn()
  hands.progress(4, 10)
  hands.end('fine')
  await turn()
  hands.progress(5, 10)
  expect(heard.map(({ status, done, result }) => [status, done, result])).toEqual([
    ['running', 4, null],
    ['done', 10, 'fine'],
  ])
  expect(jobs.get(id)).toEqual(heard.at(-1))
  expect(jobs.cancel(id)).toMatchObject({ status: 'done' })
})

test('a failure is kept with its error', async () => {
  const { jobs, begin } = register()
  const { id, hands } = begin()
  await turn()
  hands.fail(new Error('no'))
  await turn()
  expect(jobs.get(id)).toMatchObject({ status: 'failed', error: new Error('no'), result: null })
})

test('cancelled at once, the work told, and its place free when it has stopped', async () => {
  const { jobs, begin } = register({ running: 1 })
  const { id, hands } = begin()
  await turn()
  expect(() => begin()).toThrow(TooMany)
  expect(jobs.cancel(id)).toMatchObject({ status: 'cancelled' })
  expect(hands.signal.aborted).toBe(true)
  expect(() => begin()).toThrow(TooMany)
  hands.fail(hands.signal.reason)
  await turn()
  expect(jobs.get(id)).toMatchObject({ status: 'cancelled' })
  expect(begin().job.status).toBe('running')
})

test('one who leaves hears no more, and the job goes on', async () => {
  const { jobs, begin } = register()
  const { id, hands } = begin()
  const heard: number[] = []
  const leave = jobs.watch(id, ({ done }) => heard.push(done))
  await turn()
  hands.progress(1, 10)
  leave()
  hands.progress(2, 10)
  expect(heard).toEqual([1])
  expect(jobs.get(id)).toMatchObject({ status: 'running', done: 2 })
})

test('those ended are kept ten minutes, and twenty of them', async () => {
  const { jobs, clock, begin } = register()
  const ids: string[] = []
  for (let n = 0; n < 25; n += 1) {
    const { id, hands } = begin()
    await turn()
    hands.end('fine')
    await turn()
    ids.push(id)
    clock.now += 1
  }
  expect(ids.filter((id) => jobs.get(id))).toEqual(ids.slice(5))
  clock.now = 10 * MINUTE + 24
  expect(ids.filter((id) => jobs.get(id))).toEqual(ids.slice(24))
  clock.now += 1
  expect(jobs.get(ids[24]!)).toBeUndefined()
  expect(jobs.cancel(ids[24]!)).toBeUndefined()
})

test('what is past taking back is not cancelled, and what is cancelled goes no further', async () => {
  const { jobs, begin } = register()
  const past = begin()
  await turn()
  past.hands.commit()
  expect(jobs.cancel(past.id)).toMatchObject({ status: 'running' })
  expect(past.hands.signal.aborted).toBe(false)
  past.hands.end('served')
  await turn()
  expect(jobs.get(past.id)).toMatchObject({ status: 'done', result: 'served' })
  const stopped = begin()
  await turn()
  jobs.cancel(stopped.id)
  expect(stopped.hands.commit).toThrow('cancelled')
})

test('closing cancels what runs and waits for it, and begins no more', async () => {
  const { jobs, begin } = register()
  const { id, hands } = begin()
  await turn()
  let closed = false
  const closing = jobs.close().then(() => {
    closed = true
  })
  await turn()
  expect(closed).toBe(false)
  hands.fail(new Error('stopped'))
  await closing
  expect(jobs.get(id)).toMatchObject({ status: 'cancelled' })
  expect(() => begin()).toThrow(TooMany)
})

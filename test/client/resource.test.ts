import { expect, test } from '@jest/globals'
import { signal } from '@preact/signals'
import { ApiError } from '../../client/api.ts'
import { askAllAnew, resource } from '../../client/state/resource.ts'

const turn = () => new Promise((done) => setTimeout(done, 0))

test('the newest question wins, whatever order replies come in, and the older is stopped', async () => {
  const question = signal('a')
  const replies: Record<string, (value: string) => void> = {}
  const stopped: string[] = []
  const asked = resource(question, (q, stop) => {
    stop.addEventListener('abort', () => stopped.push(q))
    return new Promise<string>((done) => {
      replies[q] = done
    })
  })
  question.value = 'b'
  expect(stopped).toEqual(['a'])
  replies.b!('answer b')
  await turn()
  replies.a!('answer a')
  await turn()
  expect(asked.answer.value).toBe('answer b')
  expect(asked.busy.value).toBe(false)
})

test('the last answer stays while a newer question is out, and when it fails', async () => {
  const question = signal('good')
  const asked = resource(question, async (q) => {
    if (q === 'bad') throw new ApiError('problem', 'No such place', ['place is unknown'])
    return q
  })
  await turn()
  question.value = 'bad'
  expect(asked.busy.value).toBe(true)
  expect(asked.answer.value).toBe('good')
  await turn()
  expect(asked.answer.value).toBe('good')
  expect(asked.fault.value?.faults).toEqual(['place is unknown'])
  question.value = 'better'
  await turn()
  expect(asked.answer.value).toBe('better')
  expect(asked.fault.value).toBeNull()
})

test('when another count is served every question is asked anew, and none that is not asked', async () => {
  const question = signal<string | null>('a')
  let asked = 0
  const answered = resource(question, async (q) => `${q}${++asked}`)
  await turn()
  expect(answered.answer.value).toBe('a1')
  askAllAnew()
  await turn()
  expect(answered.answer.value).toBe('a2')
  question.value = null
  askAllAnew()
  await turn()
  expect(asked).toBe(2)
})

import type { PlanReply, PublishResult } from '../../server/api/contract-publish.ts'
import type { browsing } from './browsing.ts'
import { CROYDON } from './page.ts'

export const OWN = `Organisation,Place,Year,Service,Amount
NHS trusts,E09000008,2017-18,Hospital and community care,612400000
NHS trusts,E09000008,2017-18,General practice,188150000
`

export const INSTEAD = { place: CROYDON, year: '2017-18', economic: 'current', does: 'replace' }
/** The trusts' own figure in place of all that is shared out to the NHS in Croydon. */
export const OF_NHS = { ...INSTEAD, agency: 'nhs-trusts', covers: 'sector', classes: 'all' }

/** What brings own figures into the count that a product serves. */
export function publishing(on: ReturnType<typeof browsing>) {
  const send = async <T>(
    method: string,
    path: string,
    body: unknown,
    type = 'application/json',
  ): Promise<T> => {
    const reply = await fetch(`${on.product.url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': type },
      body: type === 'application/json' ? JSON.stringify(body) : (body as string),
    })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as T
  }

  async function ended<T>(job: { id: string }): Promise<T> {
    for (let tries = 0; tries < 600; tries += 1) {
      const { status, result, problem } = await on.product.get<{
        status: string
        result: T
        problem: unknown
      }>(`/jobs/${job.id}`)
      if (status === 'done') return result
      if (status !== 'running') throw new Error(JSON.stringify(problem))
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error('the job did not end in a minute')
  }

  async function publishOwn(
    content = OWN,
    decisions: object[] = [OF_NHS],
  ): Promise<{ plan: PlanReply; result: PublishResult }> {
    const { id } = await send<{ id: string }>('POST', '/intake', {})
    await send('PUT', `/intake/${id}/files/nhs.csv`, content, 'application/octet-stream')
    await ended(await send('POST', `/intake/${id}/check`, {}))
    const plan = await send<PlanReply>('POST', `/intake/${id}/plan`, { decisions })
    const job = await send<{ id: string }>('POST', `/intake/${id}/publish`, {
      plan: { decisions },
      digest: plan.digest,
      title: 'Croydon NHS accounts',
      publisher: 'Croydon partnership',
    })
    return { plan, result: await ended<PublishResult>(job) }
  }

  return { send, publishOwn }
}

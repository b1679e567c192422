import type { Express } from 'express'
import request, { type Response } from 'supertest'
import { presetDocument } from '../scenario/setup.ts'
import { binary } from './fetch.ts'
import { NAMES } from './hostile.ts'

export type DocumentName = 'business-case' | 'agreement'
export const BOTH: readonly DocumentName[] = ['business-case', 'agreement']

export const asked = (app: Express, name: DocumentName, body: object): Promise<Response> =>
  request(app)
    .post(`/api/v1/exports/${name}.docx`)
    .set('Host', 'places.example')
    .send(body)
    .buffer()
    .parse(binary) as unknown as Promise<Response>

/** The bytes of a document, which must be given. */
export async function documentOf(app: Express, name: DocumentName, body: object): Promise<Buffer> {
  const { status, body: bytes } = await asked(app, name, body)
  if (status !== 200) throw new Error(`${name}: ${status} ${bytes}`)
  return bytes as Buffer
}

/** Birmingham's, with as little said as a scenario can say. */
export const halfEmpty = () => ({
  version: 2,
  name: 'Nothing yet',
  partners: [{ id: 'A', name: 'A' }],
  horizon: 1,
  priceBase: '2017-18',
  discounting: { rate: 0.035 },
  pot: { contributions: [{ kind: 'share', partner: 'A', share: 1 }] },
  investment: [],
  outcomes: [],
  sharing: { rule: 'liesWhereItFalls' },
})

/** Names nobody should give, everywhere a name goes. */
export function hostile() {
  const document = presetDocument('birmingham-brighter-futures')
  const name = (at: number) => NAMES[at % NAMES.length]!
  document.name = `${name(0)} ${name(5)} ../../\u202e 😀 "`
  document.summary = NAMES.join('\n')
  document.partners.forEach((partner: { name: string }, at: number) => {
    partner.name = `${name(at + 4)}\u0000\ud800${'x'.repeat(at * 60)}`.slice(0, 200)
  })
  for (const item of [...document.investment, ...document.outcomes]) {
    item.name = name(5)
    item.provenance = { status: 'unverified', source: name(12), note: name(7) }
  }
  document.pot.holder = name(5)
  document.places = ['E06000001', 'nowhere <b>']
  return document
}

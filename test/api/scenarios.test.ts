import { describe, expect, test } from '@jest/globals'
import express from 'express'
import request from 'supertest'
import { evaluateReply, sharingReply } from '../../server/api/contract-scenarios.ts'
import { scenarioRoutes } from '../../server/api/scenarios.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { parameters, presetDocument } from '../scenario/setup.ts'

const app = express()
app.use(express.json())
app.use('/api/v1', scenarioRoutes({ parameters, solve: yalps }))
const broken = express()
broken.use(express.json())
broken.use('/api/v1', scenarioRoutes({ parameters, solve: () => ({ status: 'stopped' }) }))

const post = (path: string, body: unknown, to = app) =>
  request(to)
    .post(`/api/v1${path}`)
    .send(body as object)

describe('POST /scenarios/evaluate', () => {
  test('answers by its contract', async () => {
    const reply = await post('/scenarios/evaluate', presetDocument('birmingham-brighter-futures'))
    expect(reply.status).toBe(200)
    const result = evaluateReply.parse(reply.body)
    expect(result.sharing.npv).toBeCloseTo(93610672.97, 2)
    expect(result.sharing.rules).toHaveLength(8)
  })

  test('names every fault at once as a problem document', async () => {
    const document = presetDocument('birmingham-brighter-futures')
    document.horizon = 0
    document.partners[1].id = 'Council'
    const reply = await post('/scenarios/evaluate', document)
    expect(reply.status).toBe(422)
    expect(reply.type).toBe('application/problem+json')
    const problem = JSON.parse(reply.text ?? String(reply.body))
    expect(problem).toMatchObject({ type: 'urn:total-place:problem:unworkable', status: 422 })
    const where = problem.errors.map((error: { where: string }) => error.where)
    expect(where).toEqual(expect.arrayContaining(['horizon', 'partners.1.id']))
  })

  test.each([[[]], [{}], [{ version: 'x' }]])('refuses %j', async (body) => {
    expect((await post('/scenarios/evaluate', body)).status).toBe(422)
  })

  test('a solver that fails takes down its rule and nothing else', async () => {
    const reply = await post('/scenarios/evaluate', presetDocument('birmingham-brighter-futures'), broken)
    const refused = reply.body.sharing.rules.filter((rule: { available: boolean }) => !rule.available)
    expect(refused.map((rule: { rule: string }) => rule.rule)).toEqual(['nucleolus'])
  })
})

describe('POST /sharing', () => {
  const v = { '1': 0, '2': 0, '3': 0, '12': 0, '13': 1, '23': 1, '123': 1 }

  test('a game of values', async () => {
    const reply = await post('/sharing', { players: 3, v })
    sharingReply.parse(reply.body)
    expect(reply.body.nucleolus[2]).toBeCloseTo(1, 9)
    expect(reply.body.shapleyInCore).toBe(false)
  })

  test('a game of costs', async () => {
    const cost = { a: 8, b: 11, 'a+b': 11 }
    const reply = await post('/sharing', { players: ['a', 'b'], cost })
    sharingReply.parse(reply.body)
    expect(reply.body.rules.shapley.costs).toEqual([4, 7])
  })

  test.each([
    [{ players: 3, v: { '1': 0 } }, 'v.2'],
    [{ players: 11, v: {} }, 'players'],
    [{ players: 2, v: { '1': 0, '2': 'x', '12': 1 } }, 'v.2'],
    [{ players: ['a', 'a'], cost: { a: 1 } }, 'players'],
  ])('refuses %j', async (body, where) => {
    const reply = await post('/sharing', body)
    expect(reply.status).toBe(422)
    const problem = JSON.parse(reply.text ?? String(reply.body))
    expect(problem.errors.map((error: { where: string }) => error.where)).toContain(where)
  })

  test('says so where the solver does not answer', async () => {
    expect((await post('/sharing', { players: 3, v }, broken)).status).toBe(422)
  })
})

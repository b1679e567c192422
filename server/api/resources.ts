import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { version as duckdb } from '@duckdb/node-api'
import type { Router } from 'express'
import type { z } from 'zod'
import type { Count } from '../count/open.ts'
import { outlinesOf, type Topology } from '../places/outlines.ts'
import { ROOT } from '../root.ts'
import { answerControl } from './answer-control.ts'
import { answerCount } from './answer-count.ts'
import { answerLines } from './answer-lines.ts'
import { answerPlaces } from './answer-places.ts'
import { answerSpend } from './answer-spend.ts'
import type { Cache } from './cache.ts'
import type { HealthReply } from './contract.ts'
import { nextPage } from './next-page.ts'
import { openapi } from './openapi.ts'
import { Refusal } from './problem.ts'
import { QUESTIONS } from './questions.ts'
import { type Resource, type Shelf, serve } from './resource.ts'

const { version: software } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
}

const JSON_ONLY = ['json'] as const
const TABLES = ['json', 'csv', 'arrow'] as const

const health = ({ id, hash }: Count): HealthReply => ({
  status: 'ready',
  count: { id, hash },
  versions: { software, node: process.versions.node, duckdb: duckdb() },
})

function outlines(topology: Topology, tier: string): Topology {
  const found = outlinesOf(topology, tier)
  if (found) return found
  const tiers = Object.keys(topology.objects).join(', ')
  throw new Refusal(404, `There are no outlines of this tier: use ${tiers}.`, [
    {
      where: 'path.tier',
      message: `must be one of ${tiers}`,
      value: tier.slice(0, 80),
    },
  ])
}

const digestOf = (topology: Topology) => createHash('sha256').update(JSON.stringify(topology)).digest('hex')

/** Routers of every resource of the API. */
export function resources(shelf: Shelf, cache: Cache, topology: Topology): Router[] {
  const route = <S extends z.ZodRawShape>({
    edition = software,
    ...resource
  }: Omit<Resource<S>, 'edition'> & { edition?: string }) => serve({ ...resource, edition }, shelf, cache)
  return [
    route({
      path: '/health',
      shape: QUESTIONS.health,
      formats: JSON_ONLY,
      lasting: false,
      answer: health,
    }),
    route({
      path: '/count',
      shape: QUESTIONS.count,
      formats: JSON_ONLY,
      lasting: true,
      answer: (count, _question, { signal }) => answerCount(count, signal),
    }),
    route({
      path: '/places',
      shape: QUESTIONS.places,
      formats: TABLES,
      lasting: true,
      answer: (count, question) => answerPlaces(count, question),
    }),
    route({
      path: '/spend',
      shape: QUESTIONS.spend,
      formats: TABLES,
      lasting: true,
      answer: (count, question, { signal }) => answerSpend(count, question, signal),
    }),
    route({
      path: '/control',
      shape: QUESTIONS.control,
      formats: TABLES,
      lasting: true,
      answer: (count, question, { signal }) => answerControl(count, question, signal),
    }),
    route({
      path: '/lines',
      shape: QUESTIONS.lines,
      formats: TABLES,
      lasting: true,
      async answer(count, question, { signal }) {
        const page = await answerLines(count, question, signal)
        return { ...page, next: nextPage(question, page) }
      },
    }),
    route({
      path: '/outlines/:tier',
      edition: digestOf(topology),
      shape: QUESTIONS.outlines,
      formats: JSON_ONLY,
      lasting: true,
      answer: (_count, _question, { request }) => outlines(topology, request.params.tier as string),
    }),
    route({
      path: '/openapi.json',
      shape: QUESTIONS.openapi,
      formats: JSON_ONLY,
      lasting: true,
      answer: openapi,
    }),
  ]
}

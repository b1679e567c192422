import { createHash } from 'node:crypto'
import { version as duckdb } from '@duckdb/node-api'
import type { Router } from 'express'
import type { z } from 'zod'
import type { Count } from '../count/open.ts'
import { QUERIES } from '../engine/queries.ts'
import { outlinesOf, type Topology } from '../places/outlines.ts'
import { answerAmended } from './answer-amended.ts'
import { answerChain } from './answer-chain.ts'
import { answerChange } from './answer-change.ts'
import { answerComparators } from './answer-comparators.ts'
import { answerControl } from './answer-control.ts'
import { answerCount } from './answer-count.ts'
import { answerDevolution } from './answer-devolution.ts'
import { answerLines, linesWanted, restOfLines } from './answer-lines.ts'
import { answerPlaces } from './answer-places.ts'
import { answerPublished } from './answer-published.ts'
import { answerSpend } from './answer-spend.ts'
import type { Shelf } from './borrowed.ts'
import type { Cache } from './cache.ts'
import type { HealthReply, LinesReply } from './contract.ts'
import { nextPage } from './next-page.ts'
import { openapi } from './openapi.ts'
import { ordered } from './ordered.ts'
import { type Deflation, pricesKnown } from './prices.ts'
import { Refusal } from './problem.ts'
import { QUESTIONS } from './questions.ts'
import { type Resource, serve } from './resource.ts'
import { SOFTWARE } from './software.ts'
import { answerTables } from './unit-costs.ts'

const JSON_ONLY = ['json'] as const
const TABLES = ['json', 'csv', 'arrow', 'xlsx', 'csv-metadata.json'] as const

const health = ({ id, hash }: Count): HealthReply => ({
  status: 'ready',
  count: { id, hash },
  versions: { software: SOFTWARE, node: process.versions.node, duckdb: duckdb() },
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

const digestOf = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** Routers of every resource of the API. */
export function resources(shelf: Shelf, cache: Cache, topology: Topology, deflation: Deflation): Router[] {
  const code = digestOf(SOFTWARE, [...QUERIES], deflation)
  const known = { prices: pricesKnown(deflation) }
  const route = <S extends z.ZodRawShape>({
    edition = code,
    ...resource
  }: Omit<Resource<S>, 'edition'> & { edition?: string }) =>
    serve({ ...resource, edition }, shelf, cache, known)
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
      answer: (count) => answerCount(count, deflation),
    }),
    route({
      path: '/places',
      shape: QUESTIONS.places,
      formats: TABLES,
      lasting: true,
      answer: (count, question) => ordered(answerPlaces(count, question), question.order),
    }),
    route({
      path: '/spend',
      shape: QUESTIONS.spend,
      formats: TABLES,
      lasting: true,
      async answer(count, { order, ...question }, { signal }) {
        return ordered(await answerSpend(count, question, signal, deflation), order)
      },
    }),
    route({
      path: '/control',
      shape: QUESTIONS.control,
      formats: TABLES,
      lasting: true,
      async answer(count, { order, ...question }, { signal }) {
        return ordered(await answerControl(count, question, signal, deflation), order)
      },
    }),
    route({
      path: '/devolution',
      shape: QUESTIONS.devolution,
      formats: TABLES,
      lasting: true,
      async answer(count, { order, ...question }, { signal }) {
        return ordered(await answerDevolution(count, question, signal, deflation), order)
      },
    }),
    route({
      path: '/change',
      shape: QUESTIONS.change,
      formats: TABLES,
      lasting: true,
      async answer(count, { order, ...question }, { signal }) {
        return ordered(await answerChange(count, question, signal, deflation), order)
      },
    }),
    route({
      path: '/chain',
      shape: QUESTIONS.chain,
      formats: TABLES,
      lasting: true,
      async answer(count, { order, ...question }, { signal }) {
        return ordered(await answerChain(count, question, signal), order)
      },
    }),
    route({
      path: '/lines',
      shape: QUESTIONS.lines,
      formats: TABLES,
      lasting: true,
      async answer(count, question, { signal, format }) {
        const page = await answerLines(count, question, signal, format)
        return { ...page, next: nextPage(question, page) }
      },
      rows: (question, reply) => linesWanted(question, reply as LinesReply),
      rest: (count, question, first, { signal }) => restOfLines(count, question, first as LinesReply, signal),
    }),
    route({
      path: '/outlines/:tier',
      edition: digestOf(code, topology),
      shape: QUESTIONS.outlines,
      formats: JSON_ONLY,
      lasting: true,
      answer: (_count, _question, { request }) => outlines(topology, request.params.tier as string),
    }),
    route({
      path: '/unit-costs',
      shape: QUESTIONS['unit-costs'],
      formats: JSON_ONLY,
      lasting: true,
      answer: answerTables,
    }),
    route({
      path: '/openapi.json',
      shape: QUESTIONS.openapi,
      formats: JSON_ONLY,
      lasting: true,
      answer: openapi,
    }),
    route({
      path: '/published',
      shape: QUESTIONS.published,
      formats: TABLES,
      lasting: true,
      async answer(count, { order, ...question }, { signal }) {
        return ordered(await answerPublished(count, question, signal), order)
      },
    }),
    ...(['amended', 'replaced'] as const).map((name) =>
      route({
        path: `/${name}`,
        shape: QUESTIONS[name],
        formats: TABLES,
        lasting: true,
        async answer(count, { order, ...question }, { signal }) {
          return ordered(await answerAmended(count, name, question, signal), order)
        },
      }),
    ),
    route({
      path: '/comparators',
      shape: QUESTIONS.comparators,
      formats: TABLES,
      lasting: true,
      answer: (count, question, { signal }) => answerComparators(count, question, signal, deflation),
    }),
  ]
}

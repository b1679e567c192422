import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { API } from './address.ts'
import * as contract from './contract.ts'
import { DOCX, documentRequestDescribed } from './contract-documents.ts'
import { exportRequest } from './contract-exports.ts'
import * as scenarios from './contract-scenarios.ts'
import { tablesReply } from './contract-tables.ts'
import { EXPORTS } from './exports.ts'
import { MEDIA } from './format.ts'
import { registerCounts } from './openapi-counts.ts'
import { FILES, type OpenApiFile } from './openapi-files.ts'
import { registerIntake } from './openapi-intake.ts'
import { registerKept } from './openapi-kept.ts'
import { binary, problem } from './openapi-parts.ts'
import { registerPublish } from './openapi-publish.ts'
import { QUESTIONS } from './questions.ts'

extendZodWithOpenApi(z)

interface Page {
  readonly path: string
  readonly summary: string
  readonly query: z.ZodRawShape
  readonly params?: z.ZodRawShape
  readonly reply: z.ZodType
  readonly table?: true
}

const PAGES: readonly Page[] = [
  {
    path: '/health',
    summary: 'Whether the count is open, and versions',
    query: QUESTIONS.health,
    reply: contract.healthReply,
  },
  {
    path: '/count',
    summary: 'What can be asked of the count, and how it reconciles',
    query: QUESTIONS.count,
    reply: contract.countReply,
  },
  {
    path: '/places',
    summary: 'Places of a tier or of a set',
    query: QUESTIONS.places,
    reply: contract.placesReply,
    table: true,
  },
  {
    path: '/spend',
    summary: 'What is spent, in all or grouped',
    query: QUESTIONS.spend,
    reply: contract.spendReply,
    table: true,
  },
  {
    path: '/control',
    summary: 'Classes of local control, and the share counted as local',
    query: QUESTIONS.control,
    reply: contract.controlReply,
    table: true,
  },
  {
    path: '/devolution',
    summary: 'The share counted as local before and after lines move between classes of control',
    query: QUESTIONS.devolution,
    reply: contract.devolutionReply,
    table: true,
  },
  {
    path: '/change',
    summary: 'What changed between two years, in pounds, as a ratio and a head',
    query: QUESTIONS.change,
    reply: contract.changeReply,
    table: true,
  },
  {
    path: '/chain',
    summary: 'The ways money takes: who decides, who holds, who spends, on what',
    query: QUESTIONS.chain,
    reply: contract.chainReply,
    table: true,
  },
  {
    path: '/lines',
    summary: 'The lines under a figure, with source and rule',
    query: QUESTIONS.lines,
    reply: contract.linesReply,
    table: true,
  },
  {
    path: '/outlines/{tier}',
    summary: 'Outlines of a tier',
    query: QUESTIONS.outlines,
    params: { tier: z.enum(['upper', 'region', 'country']) },
    reply: contract.outlinesReply,
  },
  {
    path: '/unit-costs',
    summary: 'Unit costs, discount schedules, price years and optimism bias that scenarios are written from',
    query: QUESTIONS['unit-costs'],
    reply: tablesReply,
  },
  {
    path: '/openapi.json',
    summary: 'This document',
    query: QUESTIONS.openapi,
    reply: z.looseObject({}),
  },
  {
    path: '/amended',
    summary: 'What files of readers put in place of what, by place, year, agency and economic class',
    query: QUESTIONS.amended,
    reply: contract.tableReply,
    table: true,
  },
  {
    path: '/replaced',
    summary: 'The lines taken out for what files of readers put in',
    query: QUESTIONS.replaced,
    reply: contract.tableReply,
    table: true,
  },
  {
    path: '/published',
    summary: 'What others have published of places, our figure beside each',
    query: QUESTIONS.published,
    reply: contract.publishedReply,
    table: true,
  },
  {
    path: '/comparators',
    summary: 'The places most like one, what is spent in each, and where it stands among them',
    query: QUESTIONS.comparators,
    reply: contract.comparatorsReply,
    table: true,
  },
]

const POSTS = [
  {
    path: '/scenarios/evaluate',
    summary: 'A pooled budget worked out: cash flows, appraisal, every sharing rule and its tests',
    body: scenarios.evaluateRequest,
    reply: scenarios.evaluateReply,
  },
  {
    path: '/sharing',
    summary: 'Shapley value, nucleolus and core of a game, or the sharing of a joint cost',
    body: scenarios.sharingRequest,
    reply: scenarios.sharingReply,
  },
] as const

const bare = (media: string) => media.split(';')[0]!

function register(registry: OpenAPIRegistry, { path, summary, query, params, reply, table }: Page): void {
  registry.registerPath({
    method: 'get',
    path,
    summary,
    request: {
      query: z.object(query),
      ...(params ? { params: z.object(params) } : {}),
    },
    responses: {
      200: {
        description: 'The answer',
        content: {
          [bare(MEDIA.json)]: { schema: reply },
          ...(table
            ? {
                [bare(MEDIA.csv)]: { schema: z.string() },
                [bare(MEDIA.arrow)]: { schema: binary },
                [bare(MEDIA.xlsx)]: { schema: binary },
                [bare(MEDIA['csv-metadata.json'])]: { schema: z.looseObject({}) },
              }
            : {}),
        },
      },
      304: { description: 'The answer the reader holds still stands' },
      400: problem('Every fault of the question'),
      404: problem('Nothing is here'),
      406: problem('No such form'),
      429: problem('Too many requests; see Retry-After'),
      503: problem('Not open yet, or the question took too much; see Retry-After'),
    },
  })
}

interface Post {
  readonly path: string
  readonly summary: string
  readonly body: z.ZodType
  readonly reply: z.ZodType
  readonly media?: string
  /** Whether it waits for a count of spending. */
  readonly ofCount?: boolean
}

function registerPost(
  registry: OpenAPIRegistry,
  { path, summary, body, reply, media = 'application/json', ofCount = false }: Post,
): void {
  registry.registerPath({
    method: 'post',
    path,
    summary,
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: {
      200: { description: 'The answer', content: { [bare(media)]: { schema: reply } } },
      400: problem('The body is not JSON'),
      413: problem('The body is too large'),
      415: problem('The body is not sent as JSON'),
      422: problem('Every fault of the document, by its path'),
      429: problem('Too many requests; see Retry-After'),
      ...(ofCount ? { 503: problem('Not open yet, or the question took too much; see Retry-After') } : {}),
    },
  })
}

const DOCUMENTS = [
  ['/exports/business-case.docx', 'A scenario and its place as a business case in Word'],
  ['/exports/agreement.docx', 'A scenario as the schedule to an investment agreement, in Word'],
] as const

function registerDocument(registry: OpenAPIRegistry, [path, summary]: (typeof DOCUMENTS)[number]): void {
  registry.registerPath({
    method: 'post',
    path,
    summary,
    request: {
      body: { required: true, content: { 'application/json': { schema: documentRequestDescribed } } },
    },
    responses: {
      200: { description: 'The document', content: { [DOCX]: { schema: binary } } },
      400: problem('The body is not JSON'),
      403: problem('The page that asks is not of this server'),
      413: problem('The body is too large'),
      415: problem('The body is not sent as JSON'),
      422: problem('Every fault of the body, by its path'),
      429: problem('Too many requests; see Retry-After'),
      503: problem('Not open yet, or the question took too much; see Retry-After'),
    },
  })
}

function registerFile(
  registry: OpenAPIRegistry,
  { path, summary, params, query, body, forms }: OpenApiFile,
): void {
  registry.registerPath({
    method: query ? 'get' : 'post',
    path,
    summary,
    request: {
      ...(params ? { params: z.object(params) } : {}),
      ...(query ? { query: z.object(query) } : {}),
      ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    },
    responses: {
      200: {
        description: 'The file',
        content: Object.fromEntries(forms.map((form) => [bare(MEDIA[form]), { schema: binary }])),
      },
      ...(query
        ? {
            304: { description: 'The file the reader holds still stands' },
            400: problem('Every fault of the question'),
          }
        : {
            400: problem('The body is not JSON'),
            413: problem('The body is too large'),
            415: problem('The body is not sent as JSON'),
            422: problem('Every fault of the document, by its path'),
          }),
      429: problem('Too many requests; see Retry-After'),
      ...(query ? { 503: problem('Not open yet, or the question took too much; see Retry-After') } : {}),
    },
  })
}

/** The API as OpenAPI 3.1, made from the contract. */
export function openapi(): object {
  const registry = new OpenAPIRegistry()
  for (const page of PAGES) register(registry, page)
  for (const post of POSTS) registerPost(registry, post)
  registerKept(registry)
  for (const file of FILES) registerFile(registry, file)
  for (const document of DOCUMENTS) registerDocument(registry, document)
  for (const { path, summary, media, ofCount } of EXPORTS)
    registerPost(registry, { path, summary, media, ofCount, body: exportRequest, reply: binary })
  registerIntake(registry)
  registerPublish(registry)
  registerCounts(registry)
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Total Place',
      version: '1',
      description:
        'Public spending of places in England: what is spent, by whom, on what, who controls it, and what pooling it would do.',
    },
    servers: [{ url: API }],
  })
}

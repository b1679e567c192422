import type { OpenAPIRegistry, RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { intakeReply, mappingRequest, receiptReply, reportReply } from './contract-intake.ts'
import { checkJobReply } from './contract-jobs.ts'
import { binary, id, json, problem } from './openapi-parts.ts'

const Intake = intakeReply.meta({ id: 'Intake' })
const Report = reportReply.meta({ id: 'Report' })
const Receipt = receiptReply.meta({ id: 'Receipt' })
const CheckJob = checkJobReply.meta({ id: 'CheckJob' })

const csv = (description: string) => ({ description, content: { 'text/csv': { schema: z.string() } } })

const READ = {
  404: problem('Nothing is here'),
  429: problem('Too many requests; see Retry-After'),
  503: problem('The count is not open yet, or the disk cannot be written; see Retry-After'),
}
const WRITE = {
  ...READ,
  403: problem('The page that asks is not of this server'),
  507: problem('The disk is full'),
}
const UNCHECKED = problem('The files have not been checked as they stand')

const one = { params: z.object({ id }) }
const file = { params: z.object({ id, name: z.string() }) }

/** Routes by which files are brought to a count. */
export function registerIntake(registry: OpenAPIRegistry): void {
  const add = (method: RouteConfig['method'], path: string, rest: Omit<RouteConfig, 'method' | 'path'>) =>
    registry.registerPath({ method, path: `/intake${path}`, ...rest })
  const { 404: _, ...begin } = WRITE
  add('post', '', {
    summary: 'Begin to bring files to a count',
    responses: { ...begin, 201: json('The intake; Location says where it is', Intake) },
  })
  add('get', '/{id}', {
    summary: 'Files, what reading them did, and what their columns seem to mean',
    request: one,
    responses: { ...READ, 200: json('The intake', Intake) },
  })
  add('delete', '/{id}', {
    summary: 'Take an intake and all that is of it away',
    request: one,
    responses: { ...WRITE, 204: { description: 'It is gone' } },
  })
  add('put', '/{id}/files/{name}', {
    summary: 'Send one file as it is: CSV, XLSX or Parquet; one of the same name is replaced',
    request: {
      ...file,
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: binary } },
      },
    },
    responses: {
      ...WRITE,
      201: json('The intake with the file read', Intake),
      409: problem('The same file is here already'),
      413: problem('The file is larger than is taken'),
      415: problem('The file is not sent as application/octet-stream'),
      422: problem('The file cannot be read: why, and what to do'),
    },
  })
  add('delete', '/{id}/files/{name}', {
    summary: 'Take one file out again',
    request: file,
    responses: { ...WRITE, 200: json('The intake', Intake) },
  })
  add('put', '/{id}/mapping', {
    summary: 'Say how the files are to be read',
    request: {
      ...one,
      body: { required: true, content: { 'application/json': { schema: mappingRequest } } },
    },
    responses: {
      ...WRITE,
      200: json('The intake', Intake),
      415: problem('The body is not sent as JSON'),
      422: problem('Every fault of the mapping, by its path'),
    },
  })
  add('post', '/{id}/check', {
    summary: 'Judge every row by the mapping saved, or the one proposed, as a job',
    request: one,
    responses: {
      ...WRITE,
      202: json('The job; Location says where to follow it', CheckJob),
      409: problem('A check is running, or there is no file'),
      422: problem('What the mapping lacks'),
    },
  })
  add('get', '/{id}/report', {
    summary: 'What became of every row, the first findings of each rule, and how often each was met',
    request: one,
    responses: { ...READ, 200: json('The report', Report), 409: UNCHECKED },
  })
  add('get', '/{id}/receipt.json', {
    summary: 'Rows, pence and hashes: the same files, mapping and count give the same receipt',
    request: one,
    responses: { ...READ, 200: json('The receipt', Receipt), 409: UNCHECKED },
  })
  add('get', '/{id}/findings.csv', {
    summary: 'Everything found: errors one a row, warnings one a group',
    request: one,
    responses: { ...READ, 200: csv('The findings'), 409: UNCHECKED },
  })
  add('get', '/{id}/rejected.csv', {
    summary: 'Rejected rows as they came, with the rules they fell by',
    request: one,
    responses: { ...READ, 200: csv('The rows'), 409: UNCHECKED },
  })
}

import { join } from 'node:path'
import compression from 'compression'
import express, { type Express } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { API } from './api/address.ts'
import type { Shelf } from './api/borrowed.ts'
import { Cache } from './api/cache.ts'
import { countRoutes } from './api/counts.ts'
import { exportRoutes } from './api/exports.ts'
import { documentRoutes } from './api/exports-documents.ts'
import { placePictures } from './api/exports-pictures.ts'
import { placeExports } from './api/exports-place.ts'
import { intakeRoutes } from './api/intake.ts'
import { jobRoutes } from './api/jobs.ts'
import { libraryRoutes } from './api/library.ts'
import { presetRoutes } from './api/presets.ts'
import type { Deflation } from './api/prices.ts'
import { notFound, problems, Refusal, sendProblem } from './api/problem.ts'
import { publishRoutes } from './api/publish.ts'
import { resources } from './api/resources.ts'
import { scenarioPictures } from './api/scenario-pictures.ts'
import { type ScenarioParts, scenarioRoutes } from './api/scenarios.ts'
import type { Config } from './config.ts'
import type { Intakes } from './intake/intakes.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Library } from './library/library.ts'
import type { Topology } from './places/outlines.ts'
import { Publisher } from './publish/publisher.ts'
import type { KeptCounts } from './shelf/kept.ts'

export interface Parts {
  readonly config: Config
  readonly log: Logger
  readonly shelf: Shelf
  readonly topology: Topology
  /** GDP deflators of figures in real terms. */
  readonly deflation: Deflation
  /** Parameters of appraisal and the solver of linear programs. */
  readonly economics: ScenarioParts
  readonly library: Library
  readonly jobs: Jobs
  readonly intakes: Intakes
  readonly counts: KeptCounts
  /** Folder of the built client. */
  readonly client: string
}

const MINUTE = 60_000
const MEGABYTE = 2 ** 20
const MOST_BODY = '256kb'

// MapLibre draws from blobs in a worker of its own and styles its elements in place.
const security = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      imgSrc: ["'self'", 'data:', 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: null,
    },
  },
  strictTransportSecurity: false,
})

const limiter = (perMinute: number) =>
  rateLimit({
    windowMs: MINUTE,
    limit: perMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: (_request, response) =>
      sendProblem(response, new Refusal(429, 'Too many requests: wait for as long as Retry-After says.')),
  })

/** The server as an Express application: middleware and routers, no I/O of its own. */
export function createApp({
  config,
  log,
  shelf,
  topology,
  deflation,
  economics,
  library,
  jobs,
  intakes,
  counts,
  client,
}: Parts): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', false)
  app.use((request, response, next) => {
    response.on('finish', () =>
      log.info({
        method: request.method,
        url: request.originalUrl,
        status: response.statusCode,
      }),
    )
    next()
  })
  app.use(security, compression())
  app.use(API, limiter(config.RATE_LIMIT), express.json({ limit: MOST_BODY }))
  const publisher = new Publisher({ intakes, counts, now: () => new Date() })
  const documents = { shelf, topology, deflation, economics }
  const cache = new Cache(config.CACHE_ENTRIES, config.CACHE_MEGABYTES * MEGABYTE)
  app.use(API, ...resources(shelf, cache, topology, deflation))
  app.use(API, ...placePictures(shelf, cache, topology, deflation))
  app.use(API, placeExports(shelf, cache, topology, deflation))
  app.use(
    API,
    scenarioRoutes(economics),
    scenarioPictures(economics),
    exportRoutes(economics, documents),
    documentRoutes(documents),
    presetRoutes(),
    libraryRoutes({ library, economics }),
    jobRoutes({ jobs, economics, log }),
    intakeRoutes({ intakes, jobs, shelf, log }),
    publishRoutes({ publisher, jobs, shelf, log }),
    countRoutes({ counts, shelf, megabytes: config.INTAKE_MEGABYTES }),
    notFound,
  )
  app.use(
    '/assets',
    express.static(join(client, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  )
  app.use(express.static(client, { etag: true, cacheControl: false }))
  app.use(notFound, problems(log))
  return app
}

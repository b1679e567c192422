import { Router } from 'express'
import { loadPresets } from '../parameters/presets.ts'
import type { PresetsReply } from './contract-library.ts'
import { route } from './route.ts'

/** The scenarios that ship, each with what was published and what is assumed. */
export function presetRoutes(): Router {
  const reply: PresetsReply = {
    items: loadPresets().map(({ id, title, story, contested, published, assumed, scenario }) => ({
      id,
      name: title,
      summary: story,
      contested: contested ?? null,
      sources: published,
      assumed,
      document: scenario,
    })),
  }
  const router = Router({ caseSensitive: true, strict: true })
  route(router, '/presets', { get: { answer: (_request, response) => void response.json(reply) } })
  return router
}

import { type Request, type Response, Router } from 'express'
import { pngOf } from '../export/picture/png.ts'
import { SCENARIO_PICTURES, type ScenarioPicture } from '../export/picture/scenario/pictures.ts'
import { MEDIA } from './format.ts'
import { fileNameOf } from './place-in-words.ts'
import { postOnly } from './post.ts'
import { scenarioBody } from './scenario-body.ts'
import { shownOf } from './scenario-shown.ts'
import type { ScenarioParts } from './scenarios.ts'

const FORMS = ['svg', 'png'] as const

/** Routes that draw a scenario document; they keep nothing. Bodies are JSON, read before. */
export function scenarioPictures(parts: ScenarioParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const name of Object.keys(SCENARIO_PICTURES) as ScenarioPicture[])
    for (const form of FORMS)
      postOnly(router, `/pictures/${name}.${form}`, (request, response) =>
        draw(parts, name, form, request, response),
      )
  return router
}

async function draw(
  parts: ScenarioParts,
  name: ScenarioPicture,
  form: (typeof FORMS)[number],
  { body }: Request,
  response: Response,
): Promise<void> {
  const scenario = scenarioBody(body, parts)
  const picture = SCENARIO_PICTURES[name](shownOf(scenario, parts))
  const bytes = form === 'png' ? await pngOf(picture) : Buffer.from(picture.svg)
  response
    .set({
      'Content-Type': MEDIA[form],
      'Content-Disposition': `attachment; filename="${fileNameOf('total-place', name, scenario.name)}.${form}"`,
      'Cache-Control': 'no-store',
    })
    .send(bytes)
}

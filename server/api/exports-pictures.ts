import { createHash } from 'node:crypto'
import type { Router } from 'express'
import type { z } from 'zod'
import { QUERIES } from '../engine/queries.ts'
import type { Picture } from '../export/picture/picture.ts'
import { pngOf } from '../export/picture/png.ts'
import type { Topology } from '../places/outlines.ts'
import type { Shelf } from './borrowed.ts'
import type { Cache } from './cache.ts'
import { PICTURES, type PictureName, type PictureQuestion, pictureOf } from './picture-of.ts'
import { fileNameOf, placeInWords } from './place-in-words.ts'
import { type Deflation, pricesKnown } from './prices.ts'
import { QUESTIONS } from './questions.ts'
import { serve } from './resource.ts'
import { SOFTWARE } from './software.ts'

const shapeOf = (name: PictureName): z.ZodRawShape =>
  name === 'map' || name === 'flow' ? QUESTIONS[name] : QUESTIONS.picture

/** Routers of pictures of places: one question in, one picture out. */
export function placePictures(
  shelf: Shelf,
  cache: Cache,
  topology: Topology,
  deflation: Deflation,
): Router[] {
  const edition = createHash('sha256')
    .update(JSON.stringify([SOFTWARE, [...QUERIES], topology, deflation]))
    .digest('hex')
  const known = { prices: pricesKnown(deflation) }
  return PICTURES.map((name) => {
    return serve(
      {
        path: `/pictures/${name}`,
        shape: shapeOf(name),
        formats: ['svg', 'png'],
        lasting: true,
        edition,
        answer: (count, question, { signal }) =>
          pictureOf(name, { count, asked: question as PictureQuestion, signal, deflation, topology }),
        write: (picture, format) =>
          format === 'png' ? pngOf(picture as Picture) : Buffer.from((picture as Picture).svg),
        file: ({ catalogue }, question) => {
          const { places, year } = question as PictureQuestion
          return fileNameOf(
            'total-place',
            name,
            placeInWords(places, catalogue),
            name === 'years' ? '' : ([year].flat()[0] ?? catalogue.latest),
          )
        },
      },
      shelf,
      cache,
      known,
    )
  })
}

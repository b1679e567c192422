import type { About } from '../about.ts'
import { csvOf } from '../csv.ts'
import { csvwOf } from '../csvw.ts'
import type { Picture } from '../picture/picture.ts'
import { pngOf } from '../picture/png.ts'
import { writeBook } from '../write-book.ts'
import type { Part } from '../zip.ts'
import type { PlaceFigures } from './figures.ts'
import { placeBook } from './place-book.ts'
import { placeTables } from './tables.ts'

/** A picture as the two files of a zip, with its text alternative beside. */
export async function pictureParts(picture: Picture): Promise<Part[]> {
  const { id, title, svg } = picture
  return [
    { path: `pictures/${id}.svg`, bytes: Buffer.from(svg), about: title },
    { path: `pictures/${id}.png`, bytes: await pngOf(picture), about: title },
  ]
}

/** The text alternatives of pictures, one after another. */
export const alternatives = (pictures: readonly Picture[]): Part => ({
  path: 'pictures/alternatives.txt',
  bytes: Buffer.from(pictures.map(({ id, alt }) => `${id}\r\n${alt}\r\n`).join('\r\n')),
  about: 'The text alternative of every picture',
})

/** Every file of a place: workbook, tables as CSV with metadata, pictures. */
export async function placeParts(
  figures: PlaceFigures,
  about: About,
  pictures: readonly Picture[],
): Promise<Part[]> {
  const tables = placeTables(figures, about)
  const drawn = await Promise.all(pictures.map(pictureParts))
  return [
    {
      path: 'place.xlsx',
      bytes: await writeBook(placeBook(figures, about)),
      about: 'The workbook: every table below, with formulas from part to whole',
    },
    ...tables.flatMap(({ id, about: words, reply }): Part[] => [
      { path: `tables/${id}.csv`, bytes: Buffer.from(csvOf(reply)), about: words },
      {
        path: `tables/${id}.csv-metadata.json`,
        bytes: Buffer.from(
          JSON.stringify(
            csvwOf(reply, {
              ...about,
              title: `${words}. ${about.title}`,
              csv: `${id}.csv`,
              rows: reply.rows,
            }),
            null,
            2,
          ),
        ),
        about: `What ${id}.csv holds: columns, units, sources (CSV on the Web)`,
      },
    ]),
    ...drawn.flat(),
    ...(pictures.length > 0 ? [alternatives(pictures)] : []),
  ]
}

import { renderAsync } from '@resvg/resvg-js'
import type { Picture } from './picture.ts'
import { FAMILY, FONT_FILES } from './typeface.ts'

/** Pixels of the file for one of the picture. */
export const SCALE = 2

/** A picture as PNG, its letters from the typeface that ships whatever the machine has: the same bytes everywhere. */
export async function pngOf({ svg, width }: Pick<Picture, 'svg' | 'width'>): Promise<Buffer> {
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width * SCALE },
    background: '#ffffff',
    font: { fontFiles: [...FONT_FILES], loadSystemFonts: false, defaultFontFamily: FAMILY },
  })
  return drawn.asPng()
}

import type { Drawn, Given } from './given.ts'
import type { Figure } from './paper.ts'

const asFigure = ({ caption, alt, png, width, height }: Drawn): Figure => ({
  kind: 'figure',
  caption,
  alt,
  png,
  width,
  height,
})

/** The picture of a name, where it was drawn. */
export const pictured = ({ pictures }: Given, id: string): Figure[] =>
  pictures.filter((one) => one.id === id).map(asFigure)

import { Resvg } from '@resvg/resvg-js'

/** Pixels of a PNG, read by a decoder that did not write it: width, height, and how many colours. */
export function seen(png: Buffer): { width: number; height: number; colours: number } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`
  const { pixels } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`,
  ).render()
  const colours = new Set<number>()
  for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.readUInt32BE(at))
  return { width, height, colours: colours.size }
}

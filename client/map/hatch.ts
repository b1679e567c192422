const SIZE = 16

/** Diagonal lines, dark over light so that they show on every class: an image for a fill pattern. */
export function hatch(ground: string | null): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const pen = canvas.getContext('2d')!
  if (ground) {
    pen.fillStyle = ground
    pen.fillRect(0, 0, SIZE, SIZE)
  }
  for (const [colour, width] of [
    ['#ffffff', 4.5],
    ['#0b0c0c', 2],
  ] as const) {
    pen.strokeStyle = colour
    pen.lineWidth = width
    for (const offset of [-SIZE, 0, SIZE]) {
      pen.beginPath()
      pen.moveTo(offset - 2, SIZE + 2)
      pen.lineTo(offset + SIZE + 2, -2)
      pen.stroke()
    }
  }
  return pen.getImageData(0, 0, SIZE, SIZE)
}

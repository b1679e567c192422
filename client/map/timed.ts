import type { Map as MapLibre } from 'maplibre-gl'

/**
 * Measures a change of the map, as performance entries: what the change itself takes, and the frame that shows it, but
 * not the wait between. A frame's start is heard by asking for it before the map does.
 */
export function timed(map: MapLibre, name: 'choropleth' | 'repaint', change: () => void) {
  let frame = 0
  requestAnimationFrame(() => {
    frame = performance.now()
  })
  const start = performance.now()
  change()
  const changing = performance.now() - start
  map.once('render', () => {
    const drawing = performance.now() - (frame || start + changing)
    performance.measure(name, { start, duration: changing + drawing })
  })
  map.triggerRepaint()
}

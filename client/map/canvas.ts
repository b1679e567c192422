import { effect } from '@preact/signals'
import {
  type GeoJSONSource,
  type LngLatBoundsLike,
  type MapLayerMouseEvent,
  Map as MapLibre,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { opened } from '../state/count.ts'
import { membersOf } from '../state/members.ts'
import { ENGLAND } from '../state/state.ts'
import { yearly } from '../state/yearly.ts'
import { fittingCodes } from '../table/shown.ts'
import { chosenCodes } from './chosen.ts'
import { classOf, PALETTE } from './classes.ts'
import { coloured } from './coloured.ts'
import { cornersOf } from './corner.ts'
import { found } from './found.ts'
import { hatch } from './hatch.ts'
import { hovered } from './hover.ts'
import { boxOf, outlines } from './outlines.ts'
import { fillOf, mapStyle } from './style.ts'
import { timed } from './timed.ts'

setWorkerUrl(workerUrl)

const ENGLAND_BOX: LngLatBoundsLike = [
  [-6.4, 49.85],
  [1.85, 55.85],
]
const LONDON_BOX: LngLatBoundsLike = [
  [-0.55, 51.27],
  [0.36, 51.71],
]
/** Room for the note under the map, which is never to cover land. */
const PADDING = { top: 12, left: 12, right: 12, bottom: 36 }
const CLOSEST = 8.5
/** A place smaller than this on the screen, in pixels, is hard to see. */
const SPECK = 24

const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180)

export interface Drawn {
  zoom: (by: 1 | -1) => void
  frameOn: (what: 'england' | 'london' | readonly string[]) => void
  remove: () => void
}

type Point = readonly [number, number]

interface Acts {
  choose: (code: string) => void
  /** Ctrl, Shift or Command held: into the places together, or out of them. */
  tick: (code: string) => void
}

/** Draws England in `container`; throws where there is no WebGL. */
export async function drawMap(container: HTMLElement, { choose, tick }: Acts): Promise<Drawn> {
  const [upper, region] = await Promise.all([outlines('upper'), outlines('region')])
  const map = new MapLibre({
    container,
    style: mapStyle(upper, region, cornersOf(upper, new Set())),
    bounds: ENGLAND_BOX,
    fitBoundsOptions: { padding: PADDING },
    keyboard: false,
    boxZoom: false,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    minZoom: 4,
    maxZoom: 12,
    fadeDuration: 0,
  })
  map.once('styledata', () => {
    map.addImage('hatch', hatch(null), { pixelRatio: 2 })
    map.addImage('hatch-full', hatch('#ffffff'), { pixelRatio: 2 })
  })
  map.touchZoomRotate.disableRotation()
  await map.once('load')
  map.getCanvas().setAttribute('tabindex', '-1')
  map.getCanvas().setAttribute('aria-hidden', 'true')
  map.getCanvas().removeAttribute('role')

  const codes = upper.features.map((f) => String(f.properties?.code))
  const regions = region.features.map((f) => String(f.properties?.code))
  const mark = (source: string, code: string, state: Record<string, unknown>) =>
    map.setFeatureState({ source, id: code }, state)

  const classes = new Map<string, number>()
  let palette: readonly string[] = PALETTE
  const stops = [
    effect(() => {
      const shown = coloured.value
      if (!shown) return
      timed(map, 'choropleth', () => {
        if (shown.palette !== palette) map.setPaintProperty('fill', 'fill-color', fillOf(shown.palette))
        palette = shown.palette
        for (const code of codes) {
          const at = classOf(shown.values.get(code) ?? null, shown.breaks) ?? -1
          if (classes.get(code) === at) continue
          mark('upper', code, { class: at })
          if (at === -1 || classes.get(code) === -1) mark('outline', code, { none: at === -1 })
          classes.set(code, at)
        }
      })
    }),
    effect(() => {
      const missing = new Set(yearly.value?.missing.filter(({ own }) => !own).map(({ place }) => place))
      map.getSource<GeoJSONSource>('corners')?.setData(cornersOf(upper, missing))
    }),
    effect(() => {
      const shown = fittingCodes.value
      for (const code of codes) mark('outline', code, { dim: shown !== null && !shown.has(code) })
    }),
    effect(() => {
      const chosen = chosenCodes.value
      for (const code of codes) mark('outline', code, { chosen: chosen.has(code) })
      for (const code of regions) mark('region', code, { chosen: chosen.has(code) })
    }),
  ]

  let moved = false
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent) moved = true
  })
  map.on('resize', () => {
    if (!moved) map.fitBounds(ENGLAND_BOX, { padding: PADDING, duration: 0 })
  })

  const membersBox = (places: readonly string[]) =>
    boxOf(upper, new Set(membersOf(opened.answer.peek()!, places)))
  const frame = (box: LngLatBoundsLike, padding: typeof PADDING | number, most: object = {}) => {
    moved = box !== ENGLAND_BOX
    map.fitBounds(box, { padding, duration: duration(), ...most })
  }
  const hardToSee = ([west, north]: Point, [east, south]: Point) => {
    const { clientWidth, clientHeight } = container
    const away = east < 0 || south < 0 || west > clientWidth || north > clientHeight
    return away || Math.max(east - west, south - north) < SPECK
  }
  const started = found.peek()
  stops.push(
    effect(() => {
      const one = found.value
      const box = one && one !== started && one.code !== ENGLAND ? membersBox([one.code]) : null
      if (!box) return
      const [[west, south], [east, north]] = box
      const [from, to] = [map.project([west, north]), map.project([east, south])]
      if (hardToSee([from.x, from.y], [to.x, to.y])) frame(box, 48, { maxZoom: CLOSEST })
    }),
  )

  const under = (code: string | null) => {
    if (hovered.value === code) return
    if (hovered.value) mark('hover', hovered.value, { hover: false })
    if (code) mark('hover', code, { hover: true })
    hovered.value = code
    map.getCanvas().style.cursor = code ? 'pointer' : ''
  }
  const codeAt = (event: MapLayerMouseEvent) => String(event.features?.[0]?.id ?? '') || null
  map.on('mousemove', 'fill', (event) => under(codeAt(event)))
  map.on('mouseleave', 'fill', () => under(null))
  map.on('click', 'fill', (event) => {
    const code = codeAt(event)
    const { ctrlKey, shiftKey, metaKey } = event.originalEvent
    if (code) (ctrlKey || shiftKey || metaKey ? tick : choose)(code)
  })

  // A page that was out of sight may come back with its canvas blank.
  const back = () => timed(map, 'repaint', () => undefined)
  document.addEventListener('visibilitychange', back)
  container.dataset.drawn = 'true'
  return {
    zoom(by) {
      moved = true
      map.zoomTo(map.getZoom() + by, { duration: duration() })
    },
    frameOn(what) {
      if (typeof what === 'string') return frame(what === 'england' ? ENGLAND_BOX : LONDON_BOX, PADDING)
      const box = membersBox(what)
      if (box) frame(box, 48, { maxZoom: CLOSEST })
    },
    remove() {
      for (const stop of stops) stop()
      document.removeEventListener('visibilitychange', back)
      hovered.value = null
      map.remove()
    },
  }
}

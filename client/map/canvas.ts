import { effect } from '@preact/signals'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { type LngLatBoundsLike, Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { address, get } from '../api.ts'
import { shownCodes } from '../table/shown.ts'
import { chosenCodes } from './chosen.ts'
import { classOf } from './classes.ts'
import { coloured } from './coloured.ts'
import { corner } from './corner.ts'
import { hatch } from './hatch.ts'
import { hovered } from './hover.ts'
import { mapStyle } from './style.ts'

setWorkerUrl(workerUrl)

export const ENGLAND_BOX: LngLatBoundsLike = [
  [-6.4, 49.85],
  [1.85, 55.85],
]
export const LONDON_BOX: LngLatBoundsLike = [
  [-0.55, 51.27],
  [0.36, 51.71],
]

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches
export const duration = () => (still() ? 0 : 180)

async function outlines(tier: string) {
  const topology = await get<Topology>(address(`/outlines/${tier}`))
  const object = topology.objects[tier] ?? Object.values(topology.objects)[0]!
  return feature(topology, object as GeometryCollection) as FeatureCollection<Polygon | MultiPolygon>
}

/** Draws England in `container`; throws where there is no WebGL. */
export async function drawMap(
  container: HTMLElement,
  choose: (code: string) => void,
  missing: ReadonlySet<string>,
) {
  const [upper, region] = await Promise.all([outlines('upper'), outlines('region')])
  const corners = upper.features.filter((f) => missing.has(f.properties?.code)).map(corner)
  const map = new MapLibre({
    container,
    style: mapStyle(upper, region, { type: 'FeatureCollection', features: corners }),
    bounds: ENGLAND_BOX,
    fitBoundsOptions: { padding: 12 },
    keyboard: false,
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
  const mark = (code: string, state: Record<string, unknown>, source = 'upper') =>
    map.setFeatureState({ source, id: code }, state)

  const stops = [
    effect(() => {
      const shown = coloured.value
      if (!shown) return
      for (const code of codes) {
        const at = classOf(shown.values.get(code) ?? null, shown.breaks)
        mark(code, { class: at ?? -1, none: at === null })
      }
    }),
    effect(() => {
      const shown = shownCodes.value
      for (const code of codes) mark(code, { dim: shown !== null && !shown.has(code) })
    }),
    effect(() => {
      const chosen = chosenCodes.value
      for (const code of codes) mark(code, { chosen: chosen.has(code) })
      for (const code of regions) mark(code, { chosen: chosen.has(code) }, 'region')
    }),
  ]

  const under = (code: string | null) => {
    if (hovered.value === code) return
    if (hovered.value) mark(hovered.value, { hover: false })
    if (code) mark(code, { hover: true })
    hovered.value = code
    map.getCanvas().style.cursor = code ? 'pointer' : ''
  }
  map.on('mousemove', 'fill', (event) => under(String(event.features?.[0]?.id ?? '') || null))
  map.on('mouseleave', 'fill', () => under(null))
  map.on('click', 'fill', (event) => {
    const id = event.features?.[0]?.id
    if (id) choose(String(id))
  })
  return {
    map,
    remove: () => {
      for (const stop of stops) stop()
      hovered.value = null
      map.remove()
    },
  }
}

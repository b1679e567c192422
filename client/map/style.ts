import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import { PALETTE } from './classes.ts'

const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false]
const INK = '#0b0c0c'

/** The colour of a place by its class. */
export const fillOf = (palette: readonly string[]) =>
  [
    'match',
    ['feature-state', 'class'],
    ...palette.flatMap((colour, i) => [i, colour]),
    '#ffffff',
  ] as unknown as ExpressionSpecification

/**
 * The map's whole style: a blank ground and our own outlines; nothing is fetched. What the pointer changes stands in
 * a source of its own, so that a hover repaints two lines and leaves the fills as they are.
 */
export function mapStyle(
  upper: FeatureCollection,
  region: FeatureCollection,
  corners: FeatureCollection,
): StyleSpecification {
  return {
    version: 8,
    sources: {
      upper: { type: 'geojson', data: upper, promoteId: 'code' },
      outline: { type: 'geojson', data: upper, promoteId: 'code' },
      hover: { type: 'geojson', data: upper, promoteId: 'code' },
      region: { type: 'geojson', data: region, promoteId: 'code' },
      corners: { type: 'geojson', data: corners },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#eaeef2' } },
      {
        id: 'fill',
        type: 'fill',
        source: 'upper',
        paint: { 'fill-color': fillOf(PALETTE), 'fill-antialias': false },
      },
      {
        id: 'none',
        type: 'fill',
        source: 'outline',
        paint: { 'fill-pattern': 'hatch-full', 'fill-opacity': ['case', state('none'), 1, 0] },
      },
      { id: 'corner', type: 'fill', source: 'corners', paint: { 'fill-pattern': 'hatch' } },
      {
        id: 'dim',
        type: 'fill',
        source: 'outline',
        paint: { 'fill-color': '#eaeef2', 'fill-opacity': ['case', state('dim'), 0.82, 0] },
      },
      {
        id: 'hairline',
        type: 'line',
        source: 'upper',
        paint: { 'line-color': '#33475b', 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.5, 9, 1] },
      },
      {
        id: 'region',
        type: 'line',
        source: 'region',
        paint: { 'line-color': INK, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.1, 9, 2.2] },
      },
      ...outline('region', 'chosen', '#ffdd00', 6.5, 3),
      ...outline('outline', 'chosen', '#ffdd00', 5.5, 2.5),
      ...outline('hover', 'hover', '#ffffff', 3.5, 1.6),
    ],
  }
}

/** An outline of two colours, so that it shows on every class; drawn by feature-state alone. */
function outline(source: string, name: string, colour: string, wide: number, narrow: number) {
  const line = (id: string, tint: string, width: number) => ({
    id,
    type: 'line' as const,
    source,
    layout: { 'line-join': 'round' as const },
    paint: {
      'line-color': tint,
      'line-width': width,
      'line-opacity': ['case', state(name), 1, 0] as ExpressionSpecification,
    },
  })
  return [line(`${source}-${name}-under`, INK, wide), line(`${source}-${name}-over`, colour, narrow)]
}

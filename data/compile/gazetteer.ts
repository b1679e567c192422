import type { Row } from '../../server/count/schema.ts'
import { COUNTRY, type Frame, REGIONS } from './frame.ts'
import { listed, model } from './model.ts'

/** Places, their regions and the country; centres of wider areas are means weighted by land area. */
export function placeRows(frame: Frame): Row[] {
  const centre = (places: Frame['places']) => {
    const area = places.reduce((all, one) => all + one.area, 0)
    const mean = (of: 'lon' | 'lat') => places.reduce((all, one) => all + one[of] * one.area, 0) / area
    return {
      lon: mean('lon'),
      lat: mean('lat'),
      area: Math.round(area * 10) / 10,
    }
  }
  const wide = { valid_from: '2009-04-01', valid_to: null, aliases: [] }
  return [
    ...frame.places.map(({ region, valid_to, ...place }) => ({
      code: place.code,
      name: place.name,
      tier: 'upper',
      parent: region,
      valid_from: place.valid_from,
      valid_to: valid_to || null,
      lon: place.lon,
      lat: place.lat,
      area: place.area,
      aliases: place.aliases,
    })),
    ...[...REGIONS].map(([code, name]) => ({
      code,
      name,
      tier: 'region',
      parent: COUNTRY,
      ...centre(frame.byRegion.get(code)!),
      ...wide,
    })),
    {
      code: COUNTRY,
      name: 'England',
      tier: 'country',
      parent: null,
      ...centre(frame.places),
      ...wide,
    },
  ]
}

/** Pilots, combined authorities and police areas as named sets. */
export function setRows(frame: Frame, year: string): Row[] {
  const forces = new Map<string, { name: string; members: string[] }>()
  for (const [place, { code, name }] of frame.police)
    forces.set(code, {
      name,
      members: [...(forces.get(code)?.members ?? []), place].sort(),
    })
  return [
    ...model<'id' | 'name' | 'kind' | 'members' | 'year' | 'note' | 'source'>('sets').map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      members: listed(row.members),
      year: row.year,
      note: row.note || null,
      source: row.source,
    })),
    ...[...forces].map(([code, { name, members }]) => ({
      id: `police-${code}`,
      name: `${name} police area`,
      kind: 'police_area',
      members,
      year,
      note: null,
      source: 'Office for National Statistics, districts to police force areas, January 2017',
    })),
  ]
}

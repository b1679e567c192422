import { table } from '../tables.ts'
import { clean, core, normal } from './clean.ts'

/** A district of a county, or a later council of several: the count holds counties whole. */
export interface District {
  readonly code: string
  readonly name: string
  /** Its county, a place of the count. */
  readonly place: string
  /** Codes of the districts of December 2017 that it is: several where they merged or one council took their place since. */
  readonly districts: readonly string[]
}

/** Districts of counties since 2009, under each of their codes and names. */
export interface Districts {
  /** The district a code or name stands for. */
  readonly of: (text: string) => District | undefined
  /** Districts of a county as they were in December 2017. */
  readonly in: (place: string) => readonly District[]
}

/** Reads the districts of the model: ONS, district to county, December 2017, and the register of authorities for codes before and after. */
export function readDistricts(): Districts {
  const found = new Map<string, District>()
  const rows = table('districts').map(({ code, names, place, districts }) => {
    // The unitary Dorset has the name of the county, which is more than it.
    const all = names!.split('|').filter(Boolean)
    const district = { code: code!, name: all[0] ?? code!, place: place!, districts: districts!.split('|') }
    found.set(district.code, district)
    for (const name of all)
      for (const key of [normal(name), core(name)])
        if (!found.has(key) || district.districts.includes(district.code)) found.set(key, district)
    return district
  })
  const whole = rows.filter(({ code, districts }) => districts.includes(code))
  return {
    of: (text) =>
      found.get(clean(text).replace(/\s/g, '').toUpperCase()) ??
      found.get(normal(text)) ??
      found.get(core(text)),
    in: (place) => whole.filter((one) => one.place === place),
  }
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../server/root.ts'
import { fetchUnits } from './fetch.ts'
import { partsOf } from './fused.ts'
import { readMapping } from './mapping.ts'
import type { Shape } from './shape.ts'
import { toTopology } from './topology.ts'
import { weld } from './weld.ts'

const places = readMapping()
console.log('outlines: fetching Natural Earth (95 MB) ...')
const units = fetchUnits([...new Set(places.map(({ hasc }) => hasc))])

let shapes: Shape[] = places.map(({ hasc, part }) => {
  const shape = partsOf(hasc, units.get(hasc)!)[part]
  if (!shape?.length) throw new Error(`${hasc} has no part ${part}`)
  return shape
})
for (const [hasc, unit] of units) {
  const parts = partsOf(hasc, unit)
  if (parts.length > 1) shapes = weld(shapes, unit, parts)
}

const text = `${JSON.stringify(toTopology(places.map((place, i) => ({ place, shape: shapes[i]! }))))}\n`
writeFileSync(join(ROOT, 'data/outlines/england.topojson'), text)
console.log(
  `outlines: ${places.length} places, ${Math.round(text.length / 1000)} kB in data/outlines/england.topojson`,
)

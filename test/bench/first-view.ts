import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../../server/root.ts'
import type { Row } from './row.ts'

const CLIENT = join(ROOT, 'dist', 'client')
const PACKED = /\.(woff2?|png|jpe?g|webp)$/

/** Addresses that a file makes a browser load with it; what is imported when it is wanted is not among them. */
const LOADED: Readonly<Record<string, readonly RegExp[]>> = {
  html: [/<script[^>]+src="([^"]+)"/g, /<link[^>]+rel="(?:stylesheet|modulepreload)"[^>]+href="([^"]+)"/g],
  js: [/(?:^|[;\n}])import(?:[\w*{}\s,$]+from)?\s*["'](\.[^"']+)["']/g],
  css: [/url\(["']?(\.[^"')]+)["']?\)/g],
}

async function load(path: string, sizes: Map<string, number>): Promise<void> {
  if (sizes.has(path)) return
  const content = await readFile(join(CLIENT, path))
  sizes.set(path, PACKED.test(path) ? content.length : gzipSync(content).length)
  const text = content.toString('utf8')
  for (const pattern of LOADED[posix.extname(path).slice(1)] ?? [])
    for (const [, address] of text.matchAll(pattern))
      if (!/^(data|https?):/.test(address!)) await load(posix.join(posix.dirname(path), address!), sizes)
}

export const firstView: Row = {
  id: 'first-view',
  name: 'First useful view: bytes on the wire before anything that loads after',
  async measure() {
    const sizes = new Map<string, number>()
    await load('index.html', sizes)
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
    return {
      notes: [...sizes].map(([path, bytes]) => `${(bytes / 1000).toFixed(1).padStart(6)} kB  ${path}`),
      bars: [{ what: 'gzipped, fonts included', value: total / 1000, unit: 'kB', bar: 150 }],
    }
  },
}

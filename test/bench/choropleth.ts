import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Measured, Row } from './row.ts'
import { startServer } from './server.ts'
import { median, spread } from './timing.ts'

const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium'
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]
const ROUNDS = 40
const WARM = 5
const SETTLE_MS = 1000

const MEASURES = ['head', 'share', 'total']

/**
 * What the page runs first: the client measures until its last drawing command is given; reading a pixel back waits
 * until the picture is drawn, and what that takes is part of the frame.
 */
const DRAWN = `
  const measure = performance.measure.bind(performance)
  performance.measure = (name, options) => {
    const gl = document.querySelector('.maplibregl-canvas').getContext('webgl2')
    const from = performance.now()
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
    return measure(name, { ...options, duration: options.duration + performance.now() - from })
  }`

/** What the page runs to have its map drawn anew: the client times both from asking to the end of the frame. */
const DRAW = `
  (name, address) => new Promise((done) => {
    new PerformanceObserver((seen, observer) => {
      const found = seen.getEntriesByName(name).at(-1)
      if (!found) return
      observer.disconnect()
      setTimeout(() => done(found.duration), 30)
    }).observe({ entryTypes: ['measure'] })
    if (name === 'repaint') return document.dispatchEvent(new Event('visibilitychange'))
    history.replaceState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  })`

async function inBrowser(url: string) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.addInitScript(DRAWN)
    await page.goto(url)
    await page.waitForSelector('[data-drawn]')
    await page.waitForTimeout(SETTLE_MS)
    const draw = async (name: string, at = 0) => {
      const address = `?m=${MEASURES[at % MEASURES.length]}`
      return (await page.evaluate(`(${DRAW})('${name}', '${address}')`)) as number
    }
    const change: number[] = []
    const repaint: number[] = []
    for (let at = -WARM; at < ROUNDS; at += 1) {
      const [plain, coloured] = [await draw('repaint'), await draw('choropleth', at + WARM)]
      if (at < 0) continue
      repaint.push(plain)
      change.push(coloured)
    }
    return { change, repaint }
  } finally {
    await browser.close()
  }
}

async function measure(folder: string): Promise<Measured> {
  if (!existsSync(CHROMIUM)) {
    const skipped = `no browser at ${CHROMIUM}: install Debian's chromium, or set CHROMIUM`
    return { bars: [], notes: [], skipped }
  }
  const { url, stop } = await startServer(folder)
  try {
    const { change, repaint } = await inBrowser(url)
    const value = median(change) / median(repaint)
    return {
      notes: [`change:  ${spread(change)}`, `repaint: ${spread(repaint)}`],
      bars: [{ what: 'against a plain repaint', value, unit: 'times', bar: 2 }],
    }
  } finally {
    await stop()
  }
}

export const choropleth: Row = {
  id: 'choropleth',
  name: 'Choropleth, a new measure on all 152 places, in a browser that draws in software',
  measure,
}

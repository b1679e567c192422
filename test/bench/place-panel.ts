import { join } from 'node:path'
import { type Count, openCount } from '../../server/count/open.ts'
import { application } from './application.ts'
import { ask, panelOf } from './ask.ts'
import { writeMillion } from './million.ts'
import type { Row } from './row.ts'
import { ENGINE, SHIPPED } from './settings.ts'
import { quantile, spread } from './timing.ts'

const SCOPES = ['', '-benefits', '-capital']
const WARM = 10
const CACHED_ROUNDS = 3

/** Asks for panels; what it took is from the first request of a panel heard to its last reply sent. */
async function serve(count: Count) {
  const { server, url, close } = await application(count)
  let first = 0
  let last = 0
  server.prependListener('request', (_request, response) => {
    first ||= performance.now()
    response.on('finish', () => {
      last = performance.now()
    })
  })
  const panel = async (place: string, scope: string) => {
    first = 0
    const replies = await Promise.all(panelOf(place, scope).map((path) => ask(url + path)))
    if (replies.some(({ status }) => status !== 200)) throw new Error(`${place} was refused`)
    return last - first
  }
  return { panel, close }
}

export const placePanel: Row = {
  id: 'place-panel',
  name: 'Place panel, five questions at once, server time, on a count of 1,000,000 lines',
  async measure(folder) {
    await writeMillion(SHIPPED, join(folder, 'count'))
    const count = await openCount(join(folder, 'count'), join(folder, 'var'), ENGINE)
    const { panel, close } = await serve(count)
    try {
      const places = [...count.catalogue.places.keys()]
      for (const place of places.slice(0, WARM)) await panel(place, '-schools')
      const views = SCOPES.flatMap((scope) => places.map((place) => ({ place, scope })))
      const live: number[] = []
      for (const { place, scope } of views) live.push(await panel(place, scope))
      const england = live.filter((_, at) => count.catalogue.places.get(views[at]!.place)!.tier === 'country')
      const cached: number[] = []
      for (let round = 0; round < CACHED_ROUNDS; round += 1)
        for (const { place, scope } of views) cached.push(await panel(place, scope))
      return {
        notes: [`live:    ${spread(live)}`, `England: ${spread(england)}`, `cached:  ${spread(cached)}`],
        bars: [
          { what: 'live, 95%', value: quantile(live, 0.95), unit: 'ms', bar: 25 },
          { what: 'cached, 95%', value: quantile(cached, 0.95), unit: 'ms', bar: 3 },
        ],
      }
    } finally {
      close()
      count.engine.close()
    }
  },
}

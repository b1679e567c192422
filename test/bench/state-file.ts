import { join } from 'node:path'
import { openCount } from '../../server/count/open.ts'
import type { Row } from './row.ts'
import { ENGINE, SHIPPED } from './settings.ts'
import { median, spread, timed } from './timing.ts'

const TIMES = 7

const open = async (state: string) => (await openCount(SHIPPED, state, ENGINE)).engine.close()

export const stateFile: Row = {
  id: 'state-file',
  name: 'State file of the shipped count: checked, built and opened; then opened again',
  async measure(folder) {
    const built = await timed(TIMES, (at) => open(join(folder, String(at))))
    const again = await timed(TIMES, (at) => open(join(folder, String(at))))
    return {
      notes: [`built:  ${spread(built)}`, `opened: ${spread(again)}`],
      bars: [{ what: 'built, median', value: median(built) / 1000, unit: 's', bar: 2 }],
    }
  },
}

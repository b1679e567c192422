import { parentPort, workerData } from 'node:worker_threads'
import { simulation } from '../scenario/uncertainty/simulate.ts'
import { solver } from '../solver/solver.ts'
import { yalps } from '../solver/yalps.ts'
import type { WorkerMessage } from './simulate.ts'

const STEP = 1000

const { scenario, parameters } = workerData
const send = (message: WorkerMessage) => parentPort!.postMessage(message)
const solve = scenario.sharing.rule === 'nucleolus' ? await solver() : yalps
const run = simulation(scenario, parameters, { solve })
for (let made = 0; made < run.draws; ) {
  made = run.more(STEP)
  send({ kind: 'progress', made, draws: run.draws })
}
send({ kind: 'result', result: run.result() })

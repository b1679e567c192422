import { parentPort, workerData } from 'node:worker_threads'
import { simulation } from '../scenario/uncertainty/simulate.ts'
import { solver } from '../solver/solver.ts'
import { yalps } from '../solver/yalps.ts'
import type { WorkerMessage } from './simulate.ts'

const LEAST_STEP = 1000
const STEPS = 100

const { scenario, parameters } = workerData
const send = (message: WorkerMessage) => parentPort!.postMessage(message)
const solve = scenario.sharing.rule === 'nucleolus' ? await solver() : yalps
const run = simulation(scenario, parameters, { solve })
const step = Math.max(LEAST_STEP, Math.ceil(run.draws / STEPS))
for (let made = 0; made < run.draws; ) {
  made = run.more(step)
  send({ kind: 'progress', made, draws: run.draws })
}
send({ kind: 'result', result: run.result() })

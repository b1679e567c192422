import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { ROOT } from '../root.ts'
import type { Scenario } from '../scenario/document/schema.ts'
import type { Parameters } from '../scenario/parameters.ts'
import type { Simulation } from '../scenario/uncertainty/simulate.ts'

export interface SimulateOptions {
  parameters: Parameters
  /** Called with the draws made so far and in all. */
  onProgress?: (made: number, draws: number) => void
  /** Stops the draws; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal
}

export type WorkerMessage =
  | { kind: 'progress'; made: number; draws: number }
  | { kind: 'result'; result: Simulation }

// A worker is a file of its own: from source the compiled one stands in.
const workerFile = import.meta.url.endsWith('.ts')
  ? pathToFileURL(join(ROOT, 'dist/server/jobs/simulation-worker.js'))
  : new URL('./simulation-worker.js', import.meta.url)

/**
 * Draws a scenario's uncertainty on a thread of its own, so that the server goes on answering.
 *
 * @throws the signal's reason where it is stopped, or the worker's error.
 */
export function simulate(
  scenario: Scenario,
  { parameters, onProgress, signal }: SimulateOptions,
): Promise<Simulation> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const worker = new Worker(workerFile, { workerData: { scenario, parameters } })
    const finish = (settle: () => void) => {
      signal?.removeEventListener('abort', stop)
      void worker.terminate()
      settle()
    }
    const stop = () => finish(() => reject(signal!.reason))
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.made, message.draws)
      else finish(() => resolve(message.result))
    })
    worker.once('error', (error) => finish(() => reject(error)))
    worker.once('exit', (code) => finish(() => reject(new Error(`the simulation ended early (${code})`))))
  })
}

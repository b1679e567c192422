import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Arm, Told } from './arm.ts'

const HEAP_MEGABYTES = 6144

/** Objects and a Map in a Node process of their own. */
export async function javascriptArm(file: string): Promise<Arm> {
  const child = fork(join(import.meta.dirname, 'reduce.js'), [file], {
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
  })
  const heard = async <T>(): Promise<T> => {
    const message = once(child, 'message').then(([told]) => told as T)
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the reduce ended (${code})`)
    })
    ended.catch(() => {})
    return Promise.race([message, ended])
  }
  await heard()
  return {
    name: 'JavaScript, objects and a Map',
    ask() {
      child.send('ask')
      return heard<Told>()
    },
    close: () => child.disconnect(),
  }
}

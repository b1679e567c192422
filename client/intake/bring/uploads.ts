import { computed, signal } from '@preact/signals'
import { announce } from '../../frame/announcer.tsx'
import { go } from '../../state/store.ts'
import { become, intake } from '../state/intake.ts'
import { said } from '../state/said.ts'
import { bringCount, type KeptCount, sendToIntake, startIntake } from '../state/server.ts'

export type UploadState = 'waiting' | 'sending' | 'reading' | 'failed' | 'cancelled' | 'kept'

export interface Upload {
  key: number
  file: File
  /** A whole count as a Data Package goes to the counts kept, not to the files. */
  whole: boolean
  sent: number
  state: UploadState
  /** Why it failed, in the server's words. */
  message: string
  /** The count it became, where it is a Data Package. */
  count: KeptCount | null
}

/** What is being brought, or could not be; a file that is read leaves this list for that of the intake. */
export const uploads = signal<readonly Upload[]>([])

/** Whether files are still on their way: what columns mean is not known of all of them. */
export const coming = computed(() =>
  uploads.value.some(({ whole, state }) => !whole && ['waiting', 'sending', 'reading'].includes(state)),
)

let next = 1
let busy = false
const stoppers = new Map<number, AbortController>()

const set = (key: number, patch: Partial<Upload>) => {
  uploads.value = uploads.value.map((one) => (one.key === key ? { ...one, ...patch } : one))
}

/** Takes one off the list; one on its way is stopped. */
export function dropUpload(key: number) {
  stoppers.get(key)?.abort()
  uploads.value = uploads.value.filter((one) => one.key !== key)
}

export function cancelUpload(key: number) {
  stoppers.get(key)?.abort()
  set(key, { state: 'cancelled', message: 'Cancelled: nothing of it was kept.' })
}

export function tryAgain(key: number) {
  set(key, { state: 'waiting', sent: 0, message: '' })
  void pump()
}

/** Whether a file is a whole count: a Data Package comes as a zip, which a workbook is not called. */
const isPackage = (name: string) => /\.zip$/i.test(name)

/** Brings files, one after the other. */
export function bring(files: readonly File[]) {
  if (files.length === 0) return
  const added = files.map(
    (file): Upload => ({
      key: next++,
      file,
      whole: isPackage(file.name),
      sent: 0,
      state: 'waiting',
      message: '',
      count: null,
    }),
  )
  uploads.value = [...uploads.value, ...added]
  void pump()
}

async function pump() {
  if (busy) return
  busy = true
  try {
    for (;;) {
      const upload = uploads.value.find(({ state }) => state === 'waiting')
      if (!upload) return
      await send(upload)
    }
  } finally {
    busy = false
  }
}

async function send({ key, file, whole }: Upload) {
  const stopper = new AbortController()
  stoppers.set(key, stopper)
  set(key, { state: 'sending' })
  const sending = {
    stop: stopper.signal,
    sent: (sent: number) => set(key, { sent, state: sent >= file.size ? 'reading' : 'sending' }),
  }
  try {
    if (whole) {
      const count = await bringCount(file, sending)
      set(key, { state: 'kept', count })
      announce(`${file.name} is kept as the count ${count.title}.`)
    } else await sendRead(key, file, sending)
  } catch (error) {
    if (stopper.signal.aborted) return
    const message = said(error, 'The file could not be sent.')
    set(key, { state: 'failed', message })
  } finally {
    stoppers.delete(key)
  }
}

async function sendRead(key: number, file: File, sending: Parameters<typeof sendToIntake>[2]) {
  const before = intake.peek()
  if (!before) {
    const begun = await startIntake()
    sending.stop.throwIfAborted()
    become(begun)
    go({ page: 'import', intake: begun.id, step: 'bring' })
  }
  const of = intake.peek()!.id
  const there = before?.files.some(({ name }) => name === file.name)
  const state = await sendToIntake(of, file, sending)
  if (intake.peek()?.id === of) become(state)
  uploads.value = uploads.value.filter((one) => one.key !== key)
  announce(there ? `${file.name} is read, in place of the one of the same name.` : `${file.name} is read.`)
}

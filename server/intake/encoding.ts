import { isAscii, isUtf8 } from 'node:buffer'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { finding } from './finding.ts'
import { type Finding, Unreadable } from './terms.ts'

export interface Decoded {
  readonly encoding: 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252' | 'mixed'
  /** The file as UTF-8: the one given, or one made beside it. */
  readonly file: string
  /** Bytes of a byte order mark at its start. */
  readonly skip: number
  readonly findings: readonly Finding[]
}

const HEAD = 4096
const LF = 10
/** Bytes Windows-1252 has no letter for: https://encoding.spec.whatwg.org/#windows-1252 */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** Letters of the bytes 80 to 9F, which Node 20's own decoder takes for controls. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const western = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80]!)

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Wide text without a mark has a zero in nearly every second byte. */
function wide(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]! += 1
  const most = head.length / 2
  if (zeros[1]! > most * 0.7 && zeros[0]! < most * 0.1) return 'utf-16le'
  if (zeros[0]! > most * 0.7 && zeros[1]! < most * 0.1) return 'utf-16be'
  return undefined
}

/** Pieces of a file that end at a line end, the last aside. */
async function* lines(file: string): AsyncGenerator<Buffer> {
  let left: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(LF) + 1
    if (end === 0) {
      left = Buffer.concat([left, chunk])
      continue
    }
    yield left.length > 0 ? Buffer.concat([left, chunk.subarray(0, end)]) : chunk.subarray(0, end)
    left = chunk.subarray(end)
  }
  if (left.length > 0) yield left
}

function* split(piece: Buffer): Generator<Buffer> {
  for (let start = 0; start < piece.length; ) {
    const end = piece.indexOf(LF, start)
    const stop = end < 0 ? piece.length : end + 1
    yield piece.subarray(start, stop)
    start = stop
  }
}

interface Survey {
  /** Lines that are sound UTF-8 beyond ASCII, lines that are no UTF-8, and the first of those. */
  sound: number
  unsound: number
  first: number
  unassigned: number
}

async function survey(file: string): Promise<Survey> {
  const found: Survey = { sound: 0, unsound: 0, first: 0, unassigned: 0 }
  let before = 0
  for await (const piece of lines(file)) {
    if (isAscii(piece)) {
      before += piece.length
      continue
    }
    if (found.unsound === 0 && isUtf8(piece)) found.sound = 1
    else {
      let line = found.unsound === 0 ? await linesIn(file, before) : 0
      for (const one of split(piece)) {
        line += 1
        if (isUtf8(one)) found.sound += isAscii(one) ? 0 : 1
        else {
          found.unsound += 1
          found.first ||= line
          for (const byte of one) found.unassigned += UNASSIGNED.has(byte) ? 1 : 0
        }
      }
    }
    before += piece.length
  }
  return found
}

/** Line ends in the first bytes of a file. */
async function linesIn(file: string, bytes: number): Promise<number> {
  let count = 0
  if (bytes === 0) return 0
  for await (const chunk of createReadStream(file, { end: bytes - 1 }) as AsyncIterable<Buffer>)
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) count += 1
  return count
}

async function* fromWide(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* byLine(file: string): AsyncGenerator<string> {
  for await (const piece of lines(file)) {
    let text = ''
    if (isUtf8(piece)) text = piece.toString('utf8')
    else for (const line of split(piece)) text += isUtf8(line) ? line.toString('utf8') : western(line)
    yield text
  }
}

const about = (
  severity: 'warning' | 'note',
  rule: string,
  row: number,
  message: string,
  count: number,
): Finding =>
  finding(severity, rule, message, {
    row,
    repair: 'Save the file as CSV UTF-8 to be sure of its letters.',
    count,
  })

/**
 * Tells a text file's encoding from all of its bytes and gives it as UTF-8, written to `beside` where it is not.
 * @throws Unreadable
 */
export async function decoded(file: string, beside: string): Promise<Decoded> {
  const head = await headOf(file)
  const of16 = wide(head)
  const write = (text: AsyncGenerator<string>) =>
    pipeline(Readable.from(text, { objectMode: true }), createWriteStream(beside))
  if (of16) {
    await write(fromWide(file, of16)).catch((error) => {
      if (error.code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
      throw new Unreadable(
        'encoding',
        'The file begins as UTF-16 and breaks off or turns into something else. Save it again as CSV UTF-8.',
      )
    })
    return { encoding: of16 === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE', file: beside, skip: 0, findings: [] }
  }
  const { sound, unsound, first, unassigned } = await survey(file)
  const skip = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  if (unsound === 0) return { encoding: 'UTF-8', file, skip, findings: [] }
  await write(byLine(file))
  const mixed = sound > 0
  const findings = [
    mixed
      ? about(
          'warning',
          'encoding-mixed',
          first,
          `${unsound} lines are not UTF-8 while others are: each line was read as what it is, UTF-8 or Windows-1252.`,
          unsound,
        )
      : about(
          'note',
          'encoding',
          first,
          'The file is not UTF-8: it was read as Windows-1252, as Excel saves CSV in Britain.',
          unsound,
        ),
  ]
  if (unassigned > 0)
    findings.push(
      about(
        'warning',
        'encoding-unassigned',
        first,
        `${unassigned} bytes stand for no letter in Windows-1252.`,
        unassigned,
      ),
    )
  return { encoding: mixed ? 'mixed' : 'Windows-1252', file: beside, skip, findings }
}

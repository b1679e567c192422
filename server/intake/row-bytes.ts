const [PLAIN, DELIMITER, QUOTE, LF, CR, SPACE, ODD] = [0, 1, 2, 3, 4, 5, 6] as const
export const LF_BYTE = 10
export const CR_BYTE = 13
const QUOTE_BYTE = 34

/** What a byte is to the reader; the bytes that begin what cannot be seen are odd. */
function classes(delimiter: string): Uint8Array {
  const table = new Uint8Array(256)
  for (let byte = 0; byte < 32; byte += 1) table[byte] = ODD
  for (const byte of [0x7f, 0xe2, 0xef]) table[byte] = ODD
  table[9] = SPACE
  table[32] = SPACE
  table[LF_BYTE] = LF
  table[CR_BYTE] = CR
  table[QUOTE_BYTE] = QUOTE
  table[delimiter.charCodeAt(0)] = DELIMITER
  return table
}

/** What the bytes of one row show, looked at in place: an object of its own as rows come by the million. */
export class Look {
  readonly #kinds: Uint8Array
  /** Where the row ends: its line end, or the end of the bytes. */
  at = 0
  delimiters = 0
  /** Cells that hold more than spaces. */
  full = 0
  /** Whether a quote is open at the end. */
  inside = false
  /** Whether its bytes are what they seem: nothing unseen, no line end in quotes, no stray quote. */
  plain = true

  constructor(delimiter: string) {
    this.#kinds = classes(delimiter)
  }

  along(bytes: Buffer, start: number): void {
    const kinds = this.#kinds
    const { length } = bytes
    let at = start
    let delimiters = 0
    let full = 0
    let held = false
    let inside = false
    let plain = true
    let open = start
    for (; ; at += 1) {
      const from = at
      while (at < length && kinds[bytes[at]!] === PLAIN) at += 1
      if (at > from) held = true
      if (at >= length) break
      const kind = kinds[bytes[at]!]!
      if (inside) {
        held = true
        if (kind === QUOTE) {
          if (bytes[at + 1] === QUOTE_BYTE) at += 1
          else {
            inside = false
            const next = at + 1 < length ? kinds[bytes[at + 1]!]! : LF
            if (next !== DELIMITER && next !== LF && next !== CR) plain = false
          }
        } else if (kind === LF || kind === CR || kind === ODD) plain = false
      } else if (kind === DELIMITER) {
        delimiters += 1
        if (held) full += 1
        held = false
        open = at + 1
      } else if (kind === LF || kind === CR) break
      else if (kind === QUOTE) {
        if (at === open) inside = true
        else plain = false
      } else if (kind === ODD) {
        plain = false
        held = true
      }
    }
    this.at = at
    this.delimiters = delimiters
    this.full = held ? full + 1 : full
    this.inside = inside
    this.plain = plain
  }
}

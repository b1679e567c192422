import fc from 'fast-check'

/** A line of spending as a test knows it. */
export interface Line {
  readonly place: string
  readonly agency: string
  readonly year: string
  readonly service: string
  readonly pence: number
}

const SERVICES = [
  'Parks',
  'Roads, streets',
  'Adult "social" care',
  'Café £',
  'a;b',
  'c|d',
  'tab\there',
  'two\nlines',
  'Children’s – homes',
  '5" pipe',
  "O'Neill",
  ' spaced ',
  '=1+1',
  '007',
]
const YEARS = ['2015-16', '2016-17', '2017-18']

/** Whether no row is the sum of all above it, which would be a total. */
const noSums = (lines: readonly Line[]) => {
  let above = 0
  return lines.every(({ pence }, at) => {
    const sum = at >= 3 && pence === above
    above += pence
    return !sum
  })
}

/** Lines of these places and agencies, in two orders; in neither is a row a total. */
export const linesOf = (places: readonly string[], agencies: readonly string[], most = 12) => {
  const line: fc.Arbitrary<Line> = fc.record({
    place: fc.constantFrom(...places),
    agency: fc.constantFrom(...agencies),
    year: fc.constantFrom(...YEARS),
    service: fc.constantFrom(...SERVICES),
    pence: fc.integer({ min: -10_000_000, max: 1_000_000_000 }),
  })
  return fc
    .array(line, { minLength: 1, maxLength: most })
    .filter(noSums)
    .chain((lines) =>
      fc
        .shuffledSubarray(lines, { minLength: lines.length })
        .filter(noSums)
        .map((shuffled) => ({ lines, shuffled })),
    )
}

const COLUMNS = ['Place', 'Agency', 'Year', 'Service', 'Amount'] as const

export interface Dialect {
  readonly delimiter: string
  readonly quoteAll: boolean
  readonly encoding: 'utf8' | 'utf8-mark' | 'utf16le' | 'utf16be' | 'windows-1252'
  readonly end: string
  readonly endAtEnd: boolean
  readonly titles: readonly string[]
  readonly order: readonly number[]
  readonly money: 'plain' | 'grouped' | 'pounds' | 'brackets' | 'trailing'
}

export const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quoteAll: fc.boolean(),
  encoding: fc.constantFrom('utf8', 'utf8-mark', 'utf16le', 'utf16be', 'windows-1252'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  endAtEnd: fc.boolean(),
  titles: fc.array(fc.constantFrom('Spending over £500', '', 'Published monthly', 'April to March'), {
    maxLength: 3,
  }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
  money: fc.constantFrom('plain', 'grouped', 'pounds', 'brackets', 'trailing'),
})

export const PLAIN: Dialect = {
  delimiter: ',',
  quoteAll: false,
  encoding: 'utf8',
  end: '\n',
  endAtEnd: true,
  titles: [],
  order: [0, 1, 2, 3, 4],
  money: 'plain',
}

function amount(pence: number, money: Dialect['money']): string {
  const size = (Math.abs(pence) / 100).toFixed(2)
  const grouped = size.replace(/\B(?=(\d{3})+\.)/g, ',')
  const minus = pence < 0
  if (money === 'plain') return minus ? `-${size}` : size
  if (money === 'grouped') return minus ? `-${grouped}` : grouped
  if (money === 'pounds') return minus ? `-£${grouped}` : `£${grouped}`
  if (money === 'brackets') return minus ? `(${grouped})` : grouped
  return minus ? `${grouped}-` : grouped
}

const WESTERN: Readonly<Record<string, number>> = { '’': 0x92, '–': 0x96 }

function encoded(text: string, encoding: Dialect['encoding']): Buffer {
  if (encoding === 'utf8') return Buffer.from(text)
  if (encoding === 'utf8-mark') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return Buffer.from([...text].map((letter) => WESTERN[letter] ?? letter.codePointAt(0)!))
}

export const cell = (text: string, delimiter: string, always = false) =>
  always || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** Lines as a file of a dialect, with rows of cells as they are after them. */
export function written(lines: readonly Line[], dialect: Dialect, more: readonly string[] = []): Buffer {
  const { delimiter, quoteAll, order, end, titles, money } = dialect
  const rows = [
    COLUMNS as readonly string[],
    ...lines.map(({ place, agency, year, service, pence }) => [
      place,
      agency,
      year,
      service,
      amount(pence, money),
    ]),
  ].map((cells) => order.map((at) => cell(cells[at]!, delimiter, quoteAll)).join(delimiter))
  const text = [...titles, ...rows, ...more].join(end)
  return encoded(dialect.endAtEnd ? `${text}${end}` : text, dialect.encoding)
}

/** Pence and rows by everything lines are told apart by. */
export function grouped(lines: readonly Line[]): Record<string, string> {
  const groups = new Map<string, { pence: bigint; rows: number }>()
  for (const { place, agency, year, service, pence } of lines) {
    const key = [place, agency, year, service].join('|')
    const before = groups.get(key) ?? { pence: 0n, rows: 0 }
    groups.set(key, { pence: before.pence + BigInt(pence), rows: before.rows + 1 })
  }
  return Object.fromEntries([...groups].sort().map(([key, { pence, rows }]) => [key, `${pence} in ${rows}`]))
}

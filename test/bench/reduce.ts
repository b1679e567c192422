import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from './sql.ts'

interface Line {
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly flow: string
  readonly amount: number
}

/** The lines as objects, equal texts held once. */
async function read(file: string): Promise<Line[]> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const result = await connection.stream(sql('ten-million-lines'))
  const texts = new Map<string, string>()
  const once = (value: unknown) => {
    const text = value as string
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  const lines: Line[] = []
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    const [place, year, agency, flow, amount] = chunk.getColumns()
    for (let row = 0; row < chunk.rowCount; row += 1)
      lines.push({
        place: once(place![row]),
        year: once(year![row]),
        agency: once(agency![row]),
        flow: once(flow![row]),
        amount: Number(amount![row]),
      })
  }
  connection.closeSync()
  instance.closeSync()
  return lines
}

const lines = await read(process.argv[2]!)
process.on('message', () => {
  const began = performance.now()
  const sums = lines.reduce(
    (all, { place, flow, amount }) => (flow === 'own' ? all.set(place, (all.get(place) ?? 0) + amount) : all),
    new Map<string, number>(),
  )
  const answer = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  process.send!({ ms: performance.now() - began, answer })
})
process.send!('ready')

import type { Express } from 'express'
import readWorkbook from 'read-excel-file/node'
import request from 'supertest'

export const binary: Parameters<request.Test['parse']>[0] = (response, done) => {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.on('end', () => done(null, Buffer.concat(chunks)))
}

/** The bytes at an address of the API. */
export async function bytesAt(app: Express, address: string, host = 'places.example'): Promise<Buffer> {
  const response = await request(app).get(`/api/v1${address}`).set('Host', host).buffer().parse(binary)
  if (response.status !== 200) throw new Error(`${address}: ${response.status} ${response.body}`)
  return response.body as Buffer
}

export type Cells = (string | number | boolean | Date | null)[][]

/** Sheets by name, as a reader that is not ours sees them. */
export async function read(bytes: Buffer): Promise<Record<string, Cells>> {
  const sheets = (await readWorkbook(bytes)) as unknown as { sheet: string; data: Cells }[]
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]))
}

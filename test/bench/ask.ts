import { Agent, get } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Asks as a browser does, reply packed, and reads the reply to its end. */
export const ask = (url: string): Promise<{ status: number; bytes: number }> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip', accept: 'application/json' } }, (reply) => {
      let bytes = 0
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      reply.on('end', () => resolve({ status: reply.statusCode!, bytes }))
    }).on('error', reject)
  })

/** What the client asks for to show one place; England is asked for without naming it. */
export const panelOf = (place: string, scope = '') => {
  const question = `${place ? `&places=${place}` : ''}${scope ? `&scope=${scope}` : ''}&year=2017-18`
  return [
    `/api/v1/control?definition=local-bodies&together=true${question}`,
    ...['sector', 'agency', 'division'].map((by) => `/api/v1/spend?by=${by}${question}`),
    `/api/v1/spend?by=economic&basis=recorded&sector=council${question}`,
  ]
}

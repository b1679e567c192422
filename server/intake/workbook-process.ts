// Runs as a process of its own, its memory capped by the one that starts it.
import { once } from 'node:events'
import { sheetsOf } from './workbook-sheets.ts'

const say = async (told: object) => {
  if (!process.stdout.write(`${JSON.stringify(told)}\n`)) await once(process.stdout, 'drain')
}

try {
  for await (const told of sheetsOf(process.argv[2]!)) await say(told)
} catch (error) {
  const name = error instanceof Error ? error.name : ''
  const told = name.includes('Encrypt')
    ? 'The workbook is protected by a password. Save it without one and upload that.'
    : 'The workbook is damaged or too large to be read. Save the sheet that is needed as CSV.'
  await say({ kind: 'fault', message: told })
}

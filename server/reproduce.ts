import { reproduceFiles } from './reproduce-files.ts'

process.exitCode = await reproduceFiles(process.argv.slice(2))

// Installs what is missing before a start or a test: needs nothing but Node itself.
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 11)) {
  console.error(`Total Place needs Node 20.11 or later; this is Node ${process.versions.node}.`)
  process.exit(1)
}

const changed = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)
const installed = changed('node_modules/.package-lock.json')
if (installed === 0 || installed < changed('package-lock.json')) {
  console.log('Installing packages (once; needs the network) ...')
  execFileSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  )
}

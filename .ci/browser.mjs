// Where a browser for the tests is, installing Debian's Chromium where that is possible.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const found = () => places.find((path) => path && existsSync(path))

export function browser() {
  if (found()) return found()
  const debian = existsSync('/etc/debian_version') && spawnSync('apt-get', ['--version']).status === 0
  if (debian && process.getuid?.() === 0) {
    console.log('Installing Chromium for the browser tests ...')
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    } catch (error) {
      console.error(`Chromium could not be installed: ${error.message}`)
    }
  }
  return found()
}

// Where the programs that tests drive are, installing Debian's where that is possible.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PROGRAMS = {
  browser: {
    name: 'Chromium',
    package: 'chromium',
    variable: 'CHROMIUM',
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  office: {
    name: 'LibreOffice',
    package: 'libreoffice-calc',
    variable: 'SOFFICE',
    places: [
      '/usr/bin/soffice',
      '/usr/bin/libreoffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    ],
  },
  // Debian packs Writer apart from the rest.
  writer: {
    name: 'LibreOffice Writer',
    package: 'libreoffice-writer',
    variable: 'WRITER',
    places: [
      '/usr/lib/libreoffice/program/libswlo.so',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    ],
  },
}

function found({ variable, places }) {
  return [process.env[variable], ...places].find((path) => path && existsSync(path))
}

/** Path of a program; undefined where it neither is nor can be installed. */
export function program(kind) {
  const wanted = PROGRAMS[kind]
  if (found(wanted)) return found(wanted)
  const debian = existsSync('/etc/debian_version') && spawnSync('apt-get', ['--version']).status === 0
  if (debian && process.getuid?.() === 0) {
    console.log(`Installing ${wanted.name} for the tests ...`)
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', wanted.package], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    } catch (error) {
      console.error(`${wanted.name} could not be installed: ${error.message}`)
    }
  }
  return found(wanted)
}

/** How a reader of the terminal gets a program that was not found. */
export function remedy(kind) {
  const { name, package: debian, variable } = PROGRAMS[kind]
  return `no ${name} found: install Debian package ${debian}, or set ${variable} to it`
}

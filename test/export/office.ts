import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** LibreOffice, which .ci/programs.mjs finds or installs. */
export const OFFICE = [process.env.SOFFICE, '/usr/bin/soffice', '/usr/bin/libreoffice'].find(
  (path) => path && existsSync(path),
)

/** Whether it has Writer too, which Debian packs apart. */
export const WRITER =
  OFFICE !== undefined &&
  (process.platform !== 'linux' || existsSync(join(dirname(realpathSync(OFFICE)), 'libswlo.so')))

// Of itself LibreOffice trusts the values stored in a workbook: 0 is to work out every formula on opening.
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

/** Workbooks as LibreOffice writes them again, every formula worked out anew. */
export async function recalculated(books: Readonly<Record<string, Buffer>>): Promise<Record<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'total-place-office-'))
  try {
    const names = Object.keys(books)
    for (const name of names) await writeFile(join(folder, `${name}.xlsx`), books[name]!)
    const files = names.map((name) => join(folder, `${name}.xlsx`))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const out = join(folder, 'out')
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), ALWAYS)
    execFileSync(OFFICE!, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...files], {
      stdio: 'ignore',
    })
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await readFile(join(out, `${name}.xlsx`))])),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Word files as LibreOffice lays them out, and what their pages say; one run for all. */
export async function laidOut(
  files: Readonly<Record<string, Buffer>>,
): Promise<Record<string, { pages: number; text: string }>> {
  const folder = await mkdtemp(join(tmpdir(), 'total-place-writer-'))
  try {
    const names = Object.keys(files)
    for (const name of names) await writeFile(join(folder, `${name}.docx`), files[name]!)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const convert = (form: string) =>
      execFileSync(
        OFFICE!,
        [
          profile,
          '--headless',
          '--convert-to',
          form,
          '--outdir',
          folder,
          ...names.map((name) => join(folder, `${name}.docx`)),
        ],
        { stdio: 'ignore' },
      )
    convert('pdf')
    convert('txt:Text (encoded):UTF8')
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name) => {
          const pdf = await readFile(join(folder, `${name}.pdf`), 'latin1')
          const text = await readFile(join(folder, `${name}.txt`), 'utf8')
          return [name, { pages: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, text }] as const
        }),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

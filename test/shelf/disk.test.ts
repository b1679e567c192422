import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { makeFolder } from '../../server/shelf/whole.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { compiled, killAll, packagesIn, writer } from './processes.ts'
import { roadsOf, shelved } from './shelved.ts'
import { filesIn, zipped } from './zips.ts'

const ROOTED = process.getuid?.() === 0

/** Whether disks can be mounted here: it takes more than being root in some containers. */
function canMount(): boolean {
  if (!ROOTED) return false
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const mounting = canMount() ? test : test.skip

describe('a disk of its own under what is kept', () => {
  let fixture: Awaited<ReturnType<typeof serveFixture>>
  let published: string
  let zip: Buffer
  let hash: string
  let mounted: boolean
  beforeEach(async () => {
    mounted = false
    fixture = await serveFixture()
    published = join(fixture.folder, 'var', 'published')
    await mkdir(published, { recursive: true })
    const packages = await packagesIn(fixture.folder, [121])
    const [of, { from }] = [...packages][0]!
    hash = of
    zip = zipped(await filesIn(from))
  })
  afterEach(async () => {
    if (mounted) execFileSync('umount', ['-l', published])
    await fixture.close()
  })

  const mount = (options: string) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', published])
    mounted = true
  }
  const bring = () =>
    request(fixture.app).post('/api/v1/counts').set('Content-Type', 'application/octet-stream').send(zip)
  const serve = (to: string) => request(fixture.app).put('/api/v1/counts/served').send({ hash: to })
  const remove = (of: string) => request(fixture.app).delete(`/api/v1/counts/${of}`)
  const asked = async () =>
    (await request(fixture.app).get('/api/v1/spend').expect(200)).body as {
      total: number
      count: { hash: string }
    }

  mounting('full: no room for a package, and nothing is left of it', async () => {
    mount('size=64k')
    const { body } = await bring().expect(507)
    expect(body).toMatchObject({
      type: 'urn:total-place:problem:no-room',
      detail: expect.stringContaining('Nothing was changed'),
    })
    expect(await readdir(published)).toEqual([])
    expect((await asked()).count.hash).toBe(fixture.count.hash)
  })

  mounting('full: no room to switch or to take away, and what was served is', async () => {
    mount('size=2m')
    await bring().expect(201)
    await serve(hash).expect(200)
    const pointer = await readFile(join(published, 'served.json'), 'utf8')
    await writeFile(join(published, 'filling'), Buffer.alloc(2 ** 21)).catch(({ code }) =>
      expect(code).toBe('ENOSPC'),
    )
    await serve(fixture.count.hash).expect(507)
    expect((await asked()).count.hash).toBe(hash)
    expect(await readFile(join(published, 'served.json'), 'utf8')).toBe(pointer)
    expect((await readdir(published)).sort()).toEqual([hash, 'filling', 'served.json'].sort())
  })

  mounting('read-only: everything is answered, nothing is changed', async () => {
    mount('size=2m')
    await bring().expect(201)
    execFileSync('mount', ['-o', 'remount,ro', published])
    expect((await bring().expect(503)).body.detail).toContain('cannot write to its disk')
    await expect(makeFolder(join(published, 'a', 'b'))).rejects.toMatchObject({ code: 'EROFS' })
    await serve(hash).expect(503)
    await remove(hash).expect(503)
    expect((await asked()).total).toBe(5146)
    const named = await request(fixture.app).get(`/api/v1/spend?count=${hash}`).expect(200)
    expect(named.body).toMatchObject({ total: 5147, count: { hash } })
    await fixture.counts.close()
    await fixture.counts.start()
    expect((await request(fixture.app).get('/api/v1/counts').expect(200)).body.counts).toHaveLength(2)
  })

  const owned = ROOTED ? test.skip : test
  owned('a folder that may not be written', async () => {
    await bring().expect(201)
    await chmod(published, 0o500)
    try {
      await bring().expect(503)
      await serve(hash).expect(503)
      await remove(hash).expect(503)
      expect((await asked()).total).toBe(5146)
    } finally {
      await chmod(published, 0o700)
    }
  })
})

describe('no file may grow', () => {
  let at: Awaited<ReturnType<typeof shelved>>
  beforeEach(async () => {
    at = await shelved()
  })
  afterEach(async () => {
    killAll()
    await at.close()
  })

  compiled('too little for what is built of a package: nothing is left of it', async () => {
    const packages = await packagesIn(at.folder, [121])
    const [hash, { from }] = [...packages][0]!
    const { child, until, lines, ended, said } = writer(at.folder, ['once', from], 'ulimit -f 200')
    await until(() => lines().length > 0)
    child.stdin!.write('go\n')
    await ended
    expect({ lines: lines(), error: said.error }).toEqual({
      lines: ['ready', expect.stringMatching(/File too large/), JSON.stringify({ served: at.hash })],
      error: '',
    })
    expect(await readdir(at.published)).toEqual([])
    expect(await readdir(join(at.folder, 'var', 'counts'))).toEqual([`${at.hash}.duckdb`])
    await at.counts.adopt(await at.copy(from), null)
    await at.counts.serve(hash)
    expect(await roadsOf(at.counts.shelf.current!)).toBe(121)
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { clientOf, OWNER_TOKEN, startTestServer } from '../support/server.ts'
import { serverCommand } from '../support/server-command.ts'

let dir: string
const running = new Set<ChildProcess>()
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-serve-'))
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  await rm(dir, { recursive: true, force: true })
})

/** The server as a process of its own, as `npm start` runs it. */
const run = (env: Record<string, string>) => {
  const child = spawn(process.execPath, serverCommand(), {
    env: { PATH: process.env.PATH, DATA_DIR: dir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => (out += data))
  child.stderr.on('data', (data) => (err += data))
  const exit = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return code as number
  })
  return {
    child,
    exit,
    out: () => out,
    err: () => err,
    /** Resolves to the first match in what it says. */
    says: async (what: RegExp): Promise<RegExpExecArray> => {
      await expect.poll(() => what.test(out), { timeout: 60_000, interval: 50 }).toBe(true)
      return what.exec(out)!
    },
  }
}

const KEY = /^ {2}(http:\/\/127\.0\.0\.1:\d+)\/sign-in#key=([\w-]{43})$/m

describe('A server', () => {
  it('prints an address with a key that works once, a new one at each start', async () => {
    const first = run({})
    const [, url, key] = await first.says(KEY)
    expect(first.out()).toContain('Open this to begin; it works once:')
    const ana = await clientOf(url!).post('/api/sign-in', { key, name: 'Ana' })
    expect(ana).toMatchObject({ name: 'Ana', owner: true, open: expect.any(String) })
    first.child.kill('SIGTERM')
    expect(await first.exit).toBe(0)

    const second = run({})
    const [, again, other] = await second.says(KEY)
    expect(second.out()).toContain('Sign in as Ana, once:')
    expect(other).not.toBe(key)
    expect((await clientOf(again!).ask('POST', '/api/sign-in', { key })).status).toBe(410)
    expect(await clientOf(again!).post('/api/sign-in', { key: other })).toMatchObject({ id: ana.id })
  })

  it('makes everything durable when it is told to stop, closes with 1012, and exits with 0', async () => {
    const server = run({ VOUCH_OWNER_TOKEN: OWNER_TOKEN })
    const [, url] = await server.says(KEY)
    const owner = clientOf(url!, { authorization: `Bearer ${OWNER_TOKEN}` })
    const { id } = await owner.post('/api/briefs', { title: 'Before the stop' })
    const socket = new WebSocket(`${url!.replace('http', 'ws')}/sync/${id}?token=${OWNER_TOKEN}`)
    await once(socket, 'message')
    const closed = once(socket, 'close')
    server.child.kill('SIGTERM')
    expect((await closed)[0]).toBe(1012)
    expect(await server.exit).toBe(0)
    expect(server.err()).not.toContain(OWNER_TOKEN)

    const next = await startTestServer({ dir })
    expect(await next.get(`/api/briefs/${id}`)).toMatchObject({ title: 'Before the stop' })
    await next.close()
  })

  it('has kept what it answered for, and is not locked out, after it was killed', async () => {
    const server = run({ VOUCH_OWNER_TOKEN: OWNER_TOKEN })
    const [, url] = await server.says(KEY)
    const owner = clientOf(url!, { authorization: `Bearer ${OWNER_TOKEN}` })
    const { id } = await owner.post('/api/briefs', { title: 'Before the kill' })
    const { source } = await owner.post(`/api/briefs/${id}/sources`, { text: 'Exports fell by a third.' })
    server.child.kill('SIGKILL')
    await server.exit

    const next = await startTestServer({ dir })
    expect(await next.get(`/api/briefs/${id}`)).toMatchObject({ title: 'Before the kill' })
    expect(await next.get(`/api/briefs/${id}/sources`)).toEqual([source])
    await next.close()
  })

  it('logs nothing that a person wrote and nothing that opens a door', async () => {
    const server = run({ VOUCH_OWNER_TOKEN: OWNER_TOKEN, LOG_LEVEL: 'trace' })
    const [, url, key] = await server.says(KEY)
    const owner = clientOf(url!, { authorization: `Bearer ${OWNER_TOKEN}` })
    const { id } = await owner.post('/api/briefs', { title: 'Secret title' })
    await owner.post(`/api/briefs/${id}/sources`, { text: 'Secret words of a source.' })
    await owner.ask('POST', `/api/briefs/${id}/sources`, { text: 7, item: { title: 'Secret work' } })
    await owner.ask('POST', '/api/briefs/import', { markdown: '# Secret heading' })
    const link = new URL((await owner.post(`/api/briefs/${id}/links`, { role: 'viewer' })).url)
    const joined = await clientOf(url!).ask('POST', `/api${link.pathname}`, { name: 'Secret person' })
    await clientOf(url!).ask('GET', `${link.pathname}`)
    await clientOf(url!).ask('POST', '/api/sign-in', { key })
    const socket = new WebSocket(`${url!.replace('http', 'ws')}/sync/${id}?token=${OWNER_TOKEN}`)
    await once(socket, 'message')
    server.child.kill('SIGTERM')
    await server.exit
    expect(server.err()).toContain('"route":"/api/briefs/:id/sources"')
    const cookie = joined.headers.get('set-cookie')!.split(/[=;]/)[1]!
    for (const secret of [/secret/i, OWNER_TOKEN, key!, link.pathname.split('/').at(-1)!, cookie])
      expect(server.err()).not.toMatch(secret)
  })

  it('says what colleagues open when it listens beyond this machine, and warns of plain http', async () => {
    const open = run({ HOST: '0.0.0.0' })
    await open.says(/^Colleagues open http:\/\/.+ \(send them a link from Share\)\.$/m)
    await open.says(/^Warning: this is plain http/m)
    open.child.kill('SIGTERM')
    await open.exit

    const published = run({ HOST: '0.0.0.0', PUBLIC_URL: 'https://briefs.example.org' })
    await published.says(/^Vouch is at https:\/\/briefs\.example\.org$/m)
    await published.says(/^ {2}https:\/\/briefs\.example\.org\/sign-in#key=/m)
    await published.says(/^Colleagues open https:\/\/briefs\.example\.org /m)
    expect(published.out()).not.toContain('Warning')
  })

  it('says all mistakes of its environment at once, and starts nothing', async () => {
    const server = run({ PORT: 'three thousand', DATABASE_URL: 'postgres://db' })
    expect(await server.exit).toBe(1)
    expect(server.err().trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT="three thousand" is not a port/),
      expect.stringMatching(/^DATABASE_URL is set/),
    ])
  })
})

describe('A server that cannot start', () => {
  it('says in one sentence that its port is taken, and lets go of the folder', async () => {
    const first = await startTestServer()
    try {
      await expect(startTestServer({ dir, port: first.port })).rejects.toThrow(
        new RegExp(
          `^Port ${first.port} is taken on 127\\.0\\.0\\.1\\. Nothing was changed; .* PORT=${first.port + 1}$`,
        ),
      )
      const second = await startTestServer({ dir })
      await second.close()
    } finally {
      await first.close()
    }
  })

  it('says in one sentence that another server has the folder, and where that one is', async () => {
    const first = await startTestServer({ dir })
    try {
      const second = run({})
      expect(await second.exit).toBe(1)
      expect(second.err().trim()).toMatch(
        new RegExp(
          `^Another Vouch server at ${first.url} \\(process ${process.pid}\\) is using the data folder .*$`,
        ),
      )
      expect(await first.get('/api/briefs')).toHaveLength(1)
    } finally {
      await first.close()
    }
  })

  it('says in one sentence that its folder cannot be written', async () => {
    await writeFile(path.join(dir, 'file'), '')
    const server = run({ DATA_DIR: path.join(dir, 'file', 'data') })
    expect(await server.exit).toBe(1)
    expect(server.err().trim()).toMatch(/^The data folder .* cannot be written \(ENOTDIR\)\. .*$/)
  })

  it('says in one sentence that HOST is not this machine', async () => {
    await expect(startTestServer({ dir, host: '192.0.2.7' })).rejects.toThrow(
      'HOST=192.0.2.7 is no address of this machine. For example: HOST=127.0.0.1',
    )
  })
})

import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { reasonNotReady } from '../../../server/http/health.ts'
import { sqliteOf } from '../../../server/storage/database.ts'
import { step2Message } from '../../../server/sync/frames.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const written = (() => {
  const doc = new Y.Doc()
  doc.getMap('about').set('title', 'Mine')
  return Y.encodeStateAsUpdate(doc)
})()

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('Whoever watches the server', () => {
  it('hears that it is alive and can read and write its store, without a token', async () => {
    expect(await server.anonymous.get('/healthz')).toBe('alive\n')
    // A busy machine may be behind its work for some seconds.
    await expect.poll(async () => (await server.anonymous.ask('GET', '/readyz')).body).toBe('ready\n')
  })

  it('counts its requests from this machine', async () => {
    await server.get('/api/briefs')
    const metrics = await server.anonymous.get('/metrics')
    expect(metrics).toMatch(/^vouch_http_requests_total\{method="GET",status="2xx"\} \d+$/m)
    expect(metrics).toMatch(/^vouch_sockets 0$/m)
    expect(metrics).toMatch(/^vouch_open_documents \d+$/m)
    expect(metrics).toMatch(/^vouch_commit_seconds_bucket\{le="\+Inf"\} \d+$/m)
    expect(Number(/^vouch_disk_free_ratio (\S+)$/m.exec(metrics)![1])).toBeGreaterThan(0)
  })

  it('counts what it refused, by code: frames, and sockets that no room ever saw', async () => {
    const brief = await server.newBrief()
    const ben = await server.invite(brief.id, 'viewer')
    const reader = new WebSocket(`ws://127.0.0.1:${server.port}/sync/${brief.id}`, {
      headers: { cookie: ben.cookie },
    })
    reader.on('open', () => reader.send(step2Message(written)))
    const nobody = new WebSocket(`ws://127.0.0.1:${server.port}/sync/${brief.id}`)
    const refused = async () => {
      const metrics: string = await server.anonymous.get('/metrics')
      return [
        /^vouch_frames_refused_total\{code="read-only"\} (\d+)$/m.exec(metrics)?.[1],
        /^vouch_sockets_closed_total\{code="4401"\} (\d+)$/m.exec(metrics)?.[1],
      ]
    }
    await expect.poll(refused).toEqual(['1', '1'])
    for (const socket of [reader, nobody]) socket.terminate()
  })

  it('is not told through a proxy without a token', async () => {
    const behind = { 'x-forwarded-for': '192.0.2.7' }
    expect((await server.anonymous.ask('GET', '/metrics', undefined, behind)).status).toBe(404)
    expect((await server.owner.ask('GET', '/metrics', undefined, behind)).status).toBe(200)
  })
})

describe('Whoever sends people only to a server that can work', () => {
  const ready = async () => (await server.anonymous.ask('GET', '/readyz')).body

  it('hears that the store takes nothing, and that it does again', async () => {
    const sqlite = sqliteOf(server.services.db)
    sqlite.pragma('query_only = on')
    await expect.poll(ready).toBe('not ready: the store cannot be written\n')
    sqlite.pragma('query_only = off')
    await expect.poll(ready).toBe('ready\n')
  })

  it('hears that it is behind its work, and that it has caught up', async () => {
    let isBusy = true
    const work = () => {
      const end = performance.now() + 700
      while (performance.now() < end);
      if (isBusy) setImmediate(work)
    }
    work()
    await expect.poll(ready, { timeout: 60_000 }).toBe('not ready: it is half a second behind its work\n')
    isBusy = false
    await expect.poll(ready, { timeout: 60_000 }).toBe('ready\n')
  })

  it('hears that the disk is nearly full before it is', () => {
    const well = { canWrite: true, stalled: 0, free: 0.05, lag: 0.49 }
    expect(reasonNotReady(well)).toBe(null)
    expect(reasonNotReady({ ...well, free: 0.049 })).toBe('less than 5 % of the disk is free')
    expect(reasonNotReady({ ...well, lag: 0.5 })).toBe('it is half a second behind its work')
    // What cannot be written is the worst of it, and said first.
    expect(reasonNotReady({ ...well, free: 0, stalled: 1 })).toBe('the store cannot be written')
    expect(reasonNotReady({ ...well, free: 0, canWrite: false })).toBe('the store cannot be written')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/server.ts'

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

  it('counts its requests from this machine, or with a token, and not through a proxy without one', async () => {
    await server.get('/api/briefs')
    const metrics = await server.anonymous.get('/metrics')
    expect(metrics).toMatch(/^vouch_http_requests_total\{method="GET",status="2xx"\} \d+$/m)
    expect(metrics).toMatch(/^vouch_sockets 0$/m)
    expect(metrics).toMatch(/^vouch_open_documents \d+$/m)
    expect(metrics).toMatch(/^vouch_commit_seconds_bucket\{le="\+Inf"\} \d+$/m)
    expect(Number(/^vouch_disk_free_ratio (\S+)$/m.exec(metrics)![1])).toBeGreaterThan(0)
    const behind = { 'x-forwarded-for': '192.0.2.7' }
    expect((await server.anonymous.ask('GET', '/metrics', undefined, behind)).status).toBe(404)
    expect((await server.owner.ask('GET', '/metrics', undefined, behind)).status).toBe(200)
  })
})

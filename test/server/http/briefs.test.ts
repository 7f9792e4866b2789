import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('The list of briefs', () => {
  it('begins with the finished example, which its owner may copy', async () => {
    const [example] = await server.get('/api/briefs')
    expect(example).toMatchObject({ example: true, role: 'owner', people: 1 })
    const copy = await server.post('/api/briefs', { title: 'Mine', copyOf: example.id })
    expect(copy).toMatchObject({ title: 'Mine', example: false, role: 'owner' })
  })
})

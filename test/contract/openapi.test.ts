import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../server/http/app.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Operation = {
  summary: string
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<
    string,
    { description?: string; content?: Record<string, { schema: object }>; $ref?: string }
  >
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

let server: TestServer
let document: Document
beforeAll(async () => {
  server = await startTestServer()
  document = await server.anonymous.get('/api/openapi.json')
})
afterAll(() => server.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('The description of the API', () => {
  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: 'Vouch', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
    for (const { path, operation } of operations()) {
      expect(path).toMatch(/^\/api\//)
      expect(operation.summary).toMatch(/^[A-Z].{8,}/)
      expect(Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))).toBe(true)
      expect(operation.responses.default).toEqual({ $ref: '#/components/responses/Problem' })
    }
    const ids = operations().map((each) => each.operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('lists every route that answers, and no other', () => {
    const routes = createApp(server.services)
      .routes.filter(
        ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json',
      )
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const listed = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect(listed.toSorted()).toEqual([...new Set(routes)].toSorted())
  })

  it('names each part of a path as a parameter', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const given = operation.parameters.filter((each) => each.in === 'path').map((each) => each.name)
      expect(given.toSorted()).toEqual(named.toSorted())
      expect(operation.parameters.every((each) => each.in === 'query' || each.required)).toBe(true)
    }
  })

  it('refers only to what it holds', () => {
    const text = JSON.stringify(document)
    expect(text).not.toContain('$defs')
    for (const [, reference] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      let place: unknown = document
      for (const step of reference!.split('/')) place = (place as Record<string, unknown>)[step]
      expect(place, reference).toBeDefined()
    }
  })

  it('says the limits of what it takes', () => {
    const { schema } = document.paths['/api/briefs']!.post!.requestBody!.content['application/json']!
    expect(schema).toMatchObject({
      type: 'object',
      required: ['title'],
      properties: { title: { type: 'string' }, copyOf: { type: 'string' } },
    })
    expect(document.paths['/api/briefs/{id}/sources']!.post!.requestBody!.content).toHaveProperty([
      'multipart/form-data',
    ])
    expect(document.components.schemas).toHaveProperty('Excerpt')
  })
})

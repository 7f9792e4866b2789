/** Writes the OpenAPI 3.1 document from the very shapes that requests and answers are held against. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { excerpt } from '../../shared/brief/excerpt.ts'
import { source } from '../../shared/brief/source.ts'
import { cslItem } from '../../shared/cite/csl.ts'
import { briefSummary, captureInfo, me, member, shareLink } from '../../shared/wire/inputs.ts'
import { REFUSALS } from '../../shared/wire/refusal.ts'

/** Shapes with a name of their own in the document. */
const names = z.registry<{ id: string }>()
names.add(source, { id: 'Source' })
names.add(excerpt, { id: 'Excerpt' })
names.add(cslItem, { id: 'CslItem' })
names.add(captureInfo, { id: 'Capture' })
names.add(briefSummary, { id: 'Brief' })
names.add(member, { id: 'Member' })
names.add(shareLink, { id: 'ShareLink' })
names.add(me, { id: 'Person' })

type Json = Record<string, unknown>
type Content = Record<string, { schema?: unknown }>
type Route = {
  method: string
  path: string
  summary?: string
  request?: { params?: unknown; query?: unknown; body?: { required?: boolean; content: Content } }
  responses: Record<string, { description: string; content?: Content }>
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', examples: Object.keys(REFUSALS).map((code) => `urn:vouch:refusal:${code}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'One sentence for a person' },
  },
}

export const openApiDocument = (app: Pick<OpenAPIHono, 'openAPIRegistry'>): Json => {
  const schemas: Json = { Problem: problem }

  /** JSON Schema of a shape; what it refers to by name goes to `schemas`. */
  const schemaOf = (shape: unknown, io: 'input' | 'output'): Json => {
    if (!(shape instanceof z.ZodType)) throw new Error('A route describes something that is no zod shape.')
    const {
      $schema: _,
      $defs = {},
      ...schema
    } = renamed(z.toJSONSchema(shape, { io, metadata: names, unrepresentable: 'any', override: dropId }), io)
    for (const [name, definition] of Object.entries($defs as Json))
      schemas[io === 'input' ? `${name}Input` : name] = definition
    return schema
  }
  const contentOf = (content: Content, io: 'input' | 'output') =>
    Object.fromEntries(
      Object.entries(content).map(([type, { schema }]) => [
        type,
        { schema: type === 'multipart/form-data' ? FILE_FORM : schemaOf(schema, io) },
      ]),
    )
  const parametersOf = ({ request }: Route) =>
    (['path', 'query'] as const).flatMap((place) => {
      const shape = place === 'path' ? request?.params : request?.query
      if (!shape) return []
      const { properties = {}, required = [] } = schemaOf(shape, 'input')
      return Object.entries(properties as Json).map(([name, schema]) => ({
        name,
        in: place,
        required: place === 'path' || (required as string[]).includes(name),
        schema,
      }))
    })

  const paths: Record<string, Json> = {}
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const route = definition.route as unknown as Route
    const body = route.request?.body
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: {
        summary: route.summary ?? '',
        operationId: operationId(route),
        parameters: parametersOf(route),
        ...(body && { requestBody: { required: true, content: contentOf(body.content, 'input') } }),
        responses: {
          ...Object.fromEntries(
            Object.entries(route.responses).map(([status, { description, content }]) => [
              status,
              { description, ...(content && { content: contentOf(content, 'output') }) },
            ]),
          ),
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vouch',
      version: '0.1.0',
      description:
        'Briefs in which every statement is tied to the exact words of a source. A write answers 2xx after its commit.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas,
      responses: {
        Problem: {
          description: 'Not allowed or not possible (RFC 9457); the type is stable',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'vouch_session_PORT' },
      },
    },
  }
}

const FILE_FORM = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
}

/** The name stands in `components` already. */
const dropId = ({ jsonSchema }: { jsonSchema: Json }) => void delete jsonSchema.id

/** References lead to `components`; what is taken and what is given differ in defaults, so they have two names. */
const renamed = (schema: unknown, io: 'input' | 'output'): Json =>
  JSON.parse(
    JSON.stringify(schema).replaceAll(
      /"#\/\$defs\/([^"]+)"/g,
      (_, name: string) => `"#/components/schemas/${name}${io === 'input' ? 'Input' : ''}"`,
    ),
  )

/** `post /api/briefs/{id}/links` → `postBriefsIdLinks`. */
const operationId = ({ method, path }: Route): string =>
  method +
  path
    .replace(/^\/api/, '')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')

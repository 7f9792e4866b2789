/** Short words for describing a route: what it takes and gives. The OpenAPI document is written from them. */
import { z } from '@hono/zod-openapi'

/** A JSON body. */
export const takes = <T extends z.ZodType>(schema: T) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
})

/**
 * A JSON body, or a form with a `file`. The type says JSON only: Hono's types cannot tell two kinds of body apart,
 * and a form is read with `uploaded`.
 */
export const takesJsonOrFile = <T extends z.ZodType>(schema: T) => ({
  body: {
    content: {
      'application/json': { schema },
      'multipart/form-data': {
        // Described, not parsed here: a file of a hundred megabytes goes to disk as it arrives.
        schema: {
          type: 'object',
          properties: { file: { type: 'string', format: 'binary' } },
          required: ['file'],
        },
      },
    } as unknown as { 'application/json': { schema: T } },
  },
})

/** A JSON answer. */
export const gives = <S extends 200 | 201, T extends z.ZodType>(status: S, schema: T, description: string) =>
  ({ [status]: { description, content: { 'application/json': { schema } } } }) as {
    [K in S]: { description: string; content: { 'application/json': { schema: T } } }
  }

/** An answer without a body. */
export const givesNothing = { 204: { description: 'Done' } } as const

/** Parameters of the path. */
export const path = <N extends string>(...names: N[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string()])) as Record<N, z.ZodString>)

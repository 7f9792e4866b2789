/** Short words for describing a route: what it takes and gives. The OpenAPI document is written from them. */
import { z } from '@hono/zod-openapi'

/** A JSON body. */
export const takes = <T extends z.ZodType>(schema: T) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
})

/** Described, not parsed here: a file of a hundred megabytes goes to disk as it arrives. */
const FILE_FORM = {
  schema: {
    type: 'object' as const,
    properties: { file: { type: 'string' as const, format: 'binary' } },
    required: ['file'],
  },
}

/** A form with a `file`. */
export const takesFile = { body: { content: { 'multipart/form-data': FILE_FORM } } }

/**
 * A JSON body, or a form with a `file`. The type says JSON only: Hono's types cannot tell two kinds of body apart,
 * and a form is read with `uploaded`.
 */
export const takesJsonOrFile = <T extends z.ZodType>(schema: T) => ({
  body: {
    content: {
      'application/json': { schema },
      'multipart/form-data': FILE_FORM,
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

/**
 * The one place where what went wrong becomes an answer (RFC 9457). Refusals say their sentence; our own mistakes
 * say a number to quote, and the stack stands in the log under that number.
 */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { newId } from '../../shared/brief/id.ts'
import { type Problem, Refusal, toProblem } from '../../shared/wire/refusal.ts'
import type { Log } from '../log.ts'
import { isCannotWrite } from '../storage/cannot-write.ts'

export const refuse =
  (log: Log) =>
  (error: unknown, c: Context): Response =>
    problem(c, problemOf(log, error, c.req.method))

/** What a person reads of it; our own mistakes go into the log. */
export const problemOf = (log: Log, error: unknown, method: string): Problem => {
  const refusal = refusalOf(error)
  if (refusal) return toProblem(refusal.code, refusal.detail)
  const number = newId()
  log.error({ number, method, err: error }, 'our mistake')
  return {
    type: 'urn:vouch:mistake',
    title: 'Something went wrong on our side.',
    status: 500,
    detail: `Something went wrong on our side. Try again; if it stays, tell the person who runs this server the number ${number}.`,
  }
}

/** So much of a refused body is read and thrown away, in bytes. */
const UNREAD = 256 * 1024

const problem = (c: Context, body: Problem): Response => {
  if (body.status === 401) c.header('www-authenticate', 'Bearer')
  // Its body was not read to the end: another request on the same connection would meet its rest.
  if (body.status === 413 || Number(c.req.header('content-length')) > UNREAD) c.header('connection', 'close')
  return c.body(JSON.stringify(body), body.status as 400, { 'content-type': 'application/problem+json' })
}

const refusalOf = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error
  if (error instanceof z.core.$ZodError)
    return new Refusal('invalid', `${sentenceOf(error.issues[0])} Nothing was changed.`)
  if (error instanceof HTTPException) return refusalOfHono(error)
  if (isCannotWrite(error)) return new Refusal('cannot-write')
  return null
}

/** What Hono's own readers of bodies throw. */
const refusalOfHono = (error: HTTPException): Refusal | null => {
  if (error.status === 413) return new Refusal('too-large')
  if (error.status === 415)
    return new Refusal(
      'not-json',
      'The request has no body of a kind that is taken here. Send JSON with the header content-type: application/json. Nothing was changed.',
    )
  if (error.status === 400 && /FormData/.test(error.message))
    return new Refusal('invalid', 'The form in the request cannot be read. Nothing was changed.')
  return error.status === 400 ? new Refusal('not-json') : null
}

/** Names the field and its fault, never its value: it may be what somebody wrote. */
const sentenceOf = (issue: z.core.$ZodIssue | undefined): string => {
  if (!issue) return 'Something in the request is missing or wrong.'
  const field = issue.path.length ? `"${issue.path.join('.')}"` : 'The request'
  switch (issue.code) {
    case 'too_big':
      return `${field} is too long: at most ${issue.maximum} ${unitOf(issue.origin)}.`
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? `${field} is empty.`
        : `${field} is too small: at least ${issue.minimum} ${unitOf(issue.origin)}.`
    case 'invalid_type':
      return /received undefined/.test(issue.message)
        ? `${field} is missing.`
        : `${field} must be of type ${issue.expected}.`
    case 'invalid_value':
      return `${field} must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`
    case 'invalid_format':
      return `${field} is not a valid ${issue.format}.`
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(', ')} cannot stand in ${issue.path.length ? field : 'the request'}.`
    case 'invalid_union':
      return sentenceOf(nearest(issue.errors)?.[0])
    default:
      return `${field} is missing or wrong.`
  }
}

/** What was meant is likeliest the shape with the fewest faults, of those the first. */
const nearest = (shapes: readonly z.core.$ZodIssue[][]) => shapes.toSorted((a, b) => a.length - b.length)[0]

const unitOf = (origin: string) =>
  (origin === 'string' ? 'characters' : origin === 'array' ? 'entries' : '').trim()

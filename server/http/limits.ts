/** How large a request may be: texts up to their own limit, everything else as large as a form can be. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { TEXT_LIMIT, UPLOAD_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'

const limited = (maxSize: number): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('too-large')
    },
  })

const small = limited(1024 * 1024)
// JSON may write a character as six, and a form has its frame: the text itself is measured where it is read.
const large = limited(2 * TEXT_LIMIT + 64 * 1024)

// Goes to disk as it arrives.
const file = limited(UPLOAD_LIMIT + 64 * 1024)

/** Paths that take texts. */
const TEXTS =
  /^\/api\/briefs\/(?:import|[^/]+\/(?:pictures|word|export\.docx)|[^/]+\/sources(?:\/[^/]+\/captures)?)$/

/** Of these, the ones that take files. */
const FILES = /\/(?:briefs\/import|pictures|word|export\.docx|sources(?:\/[^/]+\/captures)?)$/

export const limits: MiddlewareHandler = (c, next) => {
  if (!TEXTS.test(c.req.path)) return small(c, next)
  const isFile = FILES.test(c.req.path) && /^multipart\//i.test(c.req.header('content-type') ?? '')
  return (isFile ? file : large)(c, next)
}

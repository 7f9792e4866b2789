/** Getting in, by a one-time key or a colleague's link; who one is; and getting out. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { joinInput, me as personShape, role, signInInput } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { CLOSE } from '../../shared/wire/sync.ts'
import { arriveByKey, arriveByLink } from '../brief/arrive.ts'
import type { Services } from '../services.ts'
import { linkByKey } from '../storage/links.ts'
import { endSession } from '../storage/sessions.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import { cookieLook, cookieName, sendCookie, signedIn, type Visited } from './session.ts'

const getSession = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  middleware: signedIn,
  responses: gives(200, personShape, 'The person'),
})

const deleteSession = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Sign out of this browser',
  responses: givesNothing,
})

const signInResult = personShape.extend({ open: z.string().nullable().describe('The brief to show first') })

const postSignIn = createRoute({
  method: 'post',
  path: '/sign-in',
  summary: 'Sign in with a one-time key; the first visitor gives a name and owns the workspace',
  request: takes(signInInput),
  responses: gives(200, signInResult, 'Signed in; the answer sets the session cookie'),
})

const invitation = z.object({ title: z.string(), role, by: z.string(), me: personShape.nullable() })

const getJoin = createRoute({
  method: 'get',
  path: '/join/{key}',
  summary: 'What a share link leads to',
  request: { params: path('key') },
  responses: gives(200, invitation, 'The brief, the role, who made the link, and who is signed in here'),
})

const joinResult = z.object({ brief: z.string(), me: personShape })

const postJoin = createRoute({
  method: 'post',
  path: '/join/{key}',
  summary: 'Become a member through a share link; who is not signed in gives a name',
  request: { params: path('key'), ...takes(joinInput) },
  responses: gives(200, joinResult, 'A member now'),
})

/** Requests that come through no socket (commands that run the server themselves) have no address. */
const addressOf = (c: Context): string => (c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '')

export const signInRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(getSession, (c) => c.json(c.var.me, 200))
    .openapi(deleteSession, async (c) => {
      const secret = getCookie(c, cookieName(s))
      // The sockets of this browser go with it; those of the person's other browsers were let in by other ones.
      if (secret) s.rooms.closeCredential(await endSession(s.db, secret), CLOSE.notSignedIn)
      deleteCookie(c, cookieName(s), cookieLook(s))
      return c.body(null, 204)
    })
    .openapi(postSignIn, async (c) => {
      const { key, name } = c.req.valid('json')
      const { me, session, open } = await s.attempts.guard(addressOf(c), () => arriveByKey(s, key, name))
      sendCookie(c, s, session)
      return c.json({ ...me, open }, 200)
    })
    .openapi(getJoin, async (c) => {
      const link = await s.attempts.guard(addressOf(c), async () => {
        const found = await linkByKey(s.db, c.req.valid('param').key)
        if (found.is === 'unknown') throw new Refusal('no-such-link')
        if (found.is === 'ended') throw new Refusal('link-ended')
        return found
      })
      return c.json({ title: link.title, role: link.role, by: link.by, me: c.var.visitor.me }, 200)
    })
    .openapi(postJoin, async (c) => {
      const { key } = c.req.valid('param')
      const { name } = c.req.valid('json')
      const { me, brief, session, raised } = await s.attempts.guard(addressOf(c), () =>
        arriveByLink(s, key, c.var.visitor.me, name),
      )
      if (session) sendCookie(c, s, session)
      // Open sockets keep the role they came in with: they are let in anew with the stronger one.
      if (raised) s.rooms.closePerson(brief, me.id, CLOSE.restarting)
      s.rooms.tell(brief, 'members')
      return c.json({ brief, me }, 200)
    })

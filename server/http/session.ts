/**
 * Who is asking: a browser by its cookie, a program by `Authorization: Bearer TOKEN`.
 *
 *     GET    /api/session         → 200 {id, name, owner} · 401 not-signed-in
 *     DELETE /api/session         → 204, the cookie is gone
 *     POST   /api/sign-in         {key, name?} → 200 {id, name, owner, open}   `open`: the brief to show first, or null
 *     GET    /api/join/:key       → 200 {title, role, by, me}                  `me`: null when nobody is signed in
 *     POST   /api/join/:key       {name?} → 200 {brief, me}                    signed in: no name needed
 *
 * The printed address is /sign-in#key=KEY: what stands behind # is sent to no server, so the key reaches no access
 * log, no proxy and no Referer; the page reads it, takes it out of the address bar and posts it. Where a name is
 * missing (first visitor of a workspace, a stranger with a link) the answer is 422 `name-needed` and the key still
 * works: post again with the name. Other answers: 410 key-used, 410 link-ended, 404 no-such-link, 429 too-many.
 */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Me } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { originAllowed } from './address.ts'
import type { Services } from '../services.ts'
import { ifItCanBeWritten } from '../storage/cannot-write.ts'
import { ownerOfWorkspace } from '../storage/people.ts'
import { renewSession, type Session, SESSION_MS, sessionOf, tokenOf } from '../storage/sessions.ts'

/**
 * `operator`: a command on this machine that could read the running server's lock file, which only the person
 * who runs the server can; it acts as the workspace's owner, who may not exist yet.
 */
export type Visitor =
  | { by: 'cookie'; me: Me; session: Session }
  | { by: 'token'; me: Me; token: string }
  | { by: 'operator'; me: Me | null }
  | { by: 'nobody'; me: null }

/** What every handler under /api may rely on. */
export type Visited = { Variables: { services: Services; visitor: Visitor } }
/** … and behind {@link signedIn}. */
export type Signed = { Variables: { services: Services; visitor: Visitor; me: Me } }

type Needs = Pick<Services, 'db' | 'config' | 'localSecret' | 'port'>

const NOBODY: Visitor = { by: 'nobody', me: null }

// A browser keeps one jar for all ports of a host: two workspaces on one machine must not sign each other out.
export const cookieName = (s: Pick<Services, 'port'>): string => `vouch_session_${s.port()}`

const digest = (text: string) => createHash('sha256').update(text).digest()
/** Takes as long for a guess that is nearly right. */
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

export const visitorByToken = async (s: Needs, token: string): Promise<Visitor> => {
  if (same(token, s.localSecret)) return { by: 'operator', me: await ownerOfWorkspace(s.db) }
  const found = await tokenOf(s.db, token)
  return found ? { by: 'token', me: found.me, token: found.id } : NOBODY
}

export const visitorByCookie = async (s: Needs, secret: string): Promise<Visitor> => {
  const session = await sessionOf(s.db, secret)
  return session ? { by: 'cookie', me: session.me, session } : NOBODY
}

/** Decides once a request who is asking, and refuses what a foreign page made a browser send. */
export const visited = (s: Services) =>
  createMiddleware<Visited>(async (c, next) => {
    c.set('services', s)
    const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const secret = getCookie(c, cookieName(s))
    if (bearer) c.set('visitor', await visitorByToken(s, bearer))
    else if (secret) c.set('visitor', await renewed(c, s, secret))
    else c.set('visitor', NOBODY)
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && !comesFromUs(c, s, c.var.visitor))
      throw new Refusal('wrong-origin')
    await next()
  })

const renewed = async (c: Context, s: Services, secret: string): Promise<Visitor> => {
  const session = await sessionOf(s.db, secret)
  if (!session) return NOBODY
  if (session.ageing) {
    // On a full disk people can still read; it is renewed when there is room.
    await ifItCanBeWritten(() => renewSession(s.db, secret))
    sendCookie(c, s, secret)
  }
  return { by: 'cookie', me: session.me, session }
}

/**
 * A browser sends cookies with whatever page asks, so a change that rests on a cookie needs word of where it
 * comes from. A program with a token has no cookie to be abused; signing in from a foreign page is refused too.
 */
const comesFromUs = (c: Context, s: Services, visitor: Visitor): boolean => {
  if (visitor.by === 'token' || visitor.by === 'operator') return true
  const origin = c.req.header('origin')
  if (origin) return originAllowed(s.config, s.port(), origin, c.req.header('host'))
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'same-origin'
  return visitor.by === 'nobody'
}

type Asking = {
  var: Readonly<{ services: Services; visitor: Visitor }>
  req: { header(name: string): string | undefined }
}

/** The person who asks; refuses who is not signed in. */
export const requireMe = (c: Asking): Me => {
  const { visitor, services } = c.var
  if (visitor.me) return visitor.me
  if (visitor.by === 'operator')
    throw new Refusal(
      'not-signed-in',
      'There is nobody in this workspace yet. Add a person first: npx vouch user add NAME',
    )
  const hadSession = c.req.header('cookie')?.includes(`${cookieName(services)}=`)
  throw new Refusal(hadSession ? 'session-ended' : 'not-signed-in')
}

/** Refuses who is not signed in. */
export const signedIn = createMiddleware<Signed>(async (c, next) => {
  c.set('me', requireMe(c))
  await next()
})

/** Refuses who neither owns the workspace nor runs it. */
export const operates = createMiddleware<Visited>(async (c, next) => {
  const { visitor } = c.var
  if (visitor.by === 'nobody') throw new Refusal('not-signed-in')
  if (visitor.by !== 'operator' && !visitor.me.owner)
    throw new Refusal(
      'not-allowed',
      'Only the owner of this workspace may do that. Ask the person who runs it.',
    )
  await next()
})

/** Sends a session's cookie. */
export const sendCookie = (c: Context, s: Services, secret: string): void =>
  setCookie(c, cookieName(s), secret, { ...cookieLook(s), maxAge: SESSION_MS / 1000 })

/** Lax, so that a link in a mail opens the brief; what changes anything is guarded by {@link comesFromUs}. */
export const cookieLook = (s: Pick<Services, 'config'>) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: s.config.publicUrl?.startsWith('https:') ?? false,
  }) as const

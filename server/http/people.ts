/** People and their ways in, for who runs the workspace: commands beside the server, and its owner. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { me as personShape, NAME_LIMIT, newTokenInput, tokenInfo } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { CLOSE } from '../../shared/wire/sync.ts'
import { linkBase } from './address.ts'
import { welcome } from '../brief/arrive.ts'
import type { Services } from '../services.ts'
import { people, person } from '../storage/people.ts'
import { addSignInKey, addToken, removeToken, tokensOf } from '../storage/sessions.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import { operates, type Signed, signedIn, type Visited } from './session.ts'

const list = createRoute({
  method: 'get',
  path: '/people',
  summary: 'The people of the workspace (its owner only)',
  middleware: operates,
  responses: gives(200, z.array(personShape), 'The people, the first to come first'),
})

const create = createRoute({
  method: 'post',
  path: '/people',
  summary: 'Add a person (the owner only); the first one owns the workspace',
  middleware: operates,
  request: takes(z.object({ name: z.string().trim().min(1).max(NAME_LIMIT) })),
  responses: gives(201, personShape, 'Added'),
})

const createKey = createRoute({
  method: 'post',
  path: '/people/{person}/sign-in-keys',
  summary: 'Make a one-time sign-in address for a person (the owner only)',
  middleware: operates,
  request: { params: path('person') },
  responses: gives(201, z.object({ url: z.string() }), 'The address; it works once, for seven days'),
})

const createToken = createRoute({
  method: 'post',
  path: '/tokens',
  summary: 'Make an API token of one’s own',
  middleware: signedIn,
  request: takes(newTokenInput),
  responses: gives(201, z.object({ token: z.string() }), 'The token; it is shown this once'),
})

const listTokens = createRoute({
  method: 'get',
  path: '/tokens',
  summary: 'One’s API tokens; those of everybody for the owner of the workspace',
  middleware: signedIn,
  responses: gives(200, z.array(tokenInfo), 'The tokens, the oldest first; what they let in by is not told'),
})

const revokeToken = createRoute({
  method: 'delete',
  path: '/tokens/{token}',
  summary: 'Take back an API token; what it let in is closed at once',
  middleware: signedIn,
  request: { params: path('token') },
  responses: givesNothing,
})

/** Whose tokens somebody may see and take back; null: everybody's. */
const tokensWithin = ({ visitor, me }: Signed['Variables']): string | null =>
  visitor.by === 'operator' || me.owner ? null : me.id

export const peopleRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(list, async (c) => c.json(await people(s.db), 200))
    .openapi(create, async (c) => {
      const { name } = c.req.valid('json')
      const { me } = await s.db.transaction().execute((trx) => welcome(s, trx, name))
      return c.json(me, 201)
    })
    .openapi(createKey, async (c) => {
      const found = await person(s.db, c.req.valid('param').person)
      if (!found) throw new Refusal('no-such-person')
      const base = linkBase(s.config, s.port(), c.req.header('host'))
      return c.json({ url: signInUrl(base, await addSignInKey(s.db, found.id)) }, 201)
    })
    .openapi(createToken, async (c) =>
      c.json({ token: await addToken(s.db, c.var.me.id, c.req.valid('json').name) }, 201),
    )
    .openapi(listTokens, async (c) => c.json(await tokensOf(s.db, tokensWithin(c.var)), 200))
    .openapi(revokeToken, async (c) => {
      const { token } = c.req.valid('param')
      if (!(await removeToken(s.db, token, tokensWithin(c.var)))) throw new Refusal('no-such-token')
      s.rooms.closeCredential(token, CLOSE.notSignedIn)
      return c.body(null, 204)
    })

/** Behind `#`, where it is sent to no server and stands in no log. */
export const signInUrl = (base: string, key: string): string => `${base}/sign-in#key=${key}`

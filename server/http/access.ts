/** Which brief a path names, and whether whoever asks may do what the handler does. */
import { createMiddleware } from 'hono/factory'
import { can, type Right, type Role } from '../../shared/brief/role.ts'
import type { Me } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Services } from '../services.ts'
import { briefExists, roleIn } from '../storage/briefs.ts'
import { requireMe, type Visitor } from './session.ts'

export type InBrief = {
  Variables: { services: Services; visitor: Visitor; me: Me; briefId: string; role: Role }
}

/**
 * Lets through who has the right in the brief `:id`. Who is no member gets 404: whether there is such a brief is
 * nobody else's business.
 */
export const may = (right: Right) =>
  createMiddleware<InBrief>(async (c, next) => {
    const me = requireMe(c)
    const briefId = c.req.param('id') ?? ''
    const role = await roleOf(c.var.services, c.var.visitor, me, briefId)
    if (!role) throw new Refusal('no-such-brief')
    if (!can(role, right)) throw new Refusal('not-allowed')
    c.set('me', me)
    c.set('briefId', briefId)
    c.set('role', role)
    await next()
  })

/** Who runs the server can read and write its files: the commands beside it act as owner in every brief. */
const roleOf = async (s: Services, visitor: Visitor, me: Me, briefId: string): Promise<Role | null> =>
  visitor.by === 'operator' && (await briefExists(s.db, briefId)) ? 'owner' : roleIn(s.db, briefId, me.id)

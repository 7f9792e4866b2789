/** How a person gets in: with a one-time sign-in key, or through a colleague's link. All or nothing. */
import type { Transaction } from 'kysely'
import { type Role, ROLES } from '../../shared/brief/role.ts'
import type { Me } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { roleIn, setMember } from '../storage/briefs.ts'
import type { Database } from '../storage/database.ts'
import { countUse, linkByKey } from '../storage/links.ts'
import { addPerson, ownerOfWorkspace, person } from '../storage/people.ts'
import { signInKey, startSession, useSignInKey } from '../storage/sessions.ts'
import type { Desk } from './documents.ts'
import { addExampleBrief } from './first-run.ts'

/** `session` is the secret for the cookie; `open` the brief to show first. */
export type Arrival = { me: Me; session: string; open: string | null }

/** Uses a key up. Where the workspace has no owner yet, the key's bearer gives a name and becomes it. */
export const arriveByKey = (desk: Desk, key: string, name: string | undefined): Promise<Arrival> =>
  desk.db.transaction().execute(async (trx) => {
    const found = await signInKey(trx, key)
    if (!found) throw new Refusal('key-used')
    const known = found.person ? await person(trx, found.person) : await ownerOfWorkspace(trx)
    if (!known && name === undefined) throw new Refusal('name-needed')
    if (!(await useSignInKey(trx, key))) throw new Refusal('key-used')
    const { me, open } = known ? { me: known, open: null } : await welcome(desk, trx, name!)
    return { me, session: await startSession(trx, me.id), open }
  })

/** Adds a person. The first one owns the workspace and finds the example brief in it: `open` is its id. */
export const welcome = async (
  desk: Desk,
  trx: Transaction<Database>,
  name: string,
): Promise<{ me: Me; open: string | null }> => {
  const me = await addPerson(trx, name)
  return { me, open: me.owner ? await addExampleBrief(desk, me, trx) : null }
}

const stronger = (a: Role, b: Role) => ROLES.indexOf(a) < ROLES.indexOf(b)

/**
 * Makes whoever has the key a member. Who is signed in keeps the stronger of both roles; who is not gives a name
 * and becomes a person of the workspace.
 */
export const arriveByLink = (
  desk: Pick<Desk, 'db'>,
  key: string,
  visitor: Me | null,
  name: string | undefined,
): Promise<{ brief: string; me: Me; session: string | null; raised: boolean }> =>
  desk.db.transaction().execute(async (trx) => {
    const link = await linkByKey(trx, key)
    if (link.is === 'unknown') throw new Refusal('no-such-link')
    if (link.is === 'ended') throw new Refusal('link-ended')
    if (!visitor && name === undefined) throw new Refusal('name-needed')
    const me = visitor ?? (await addPerson(trx, name!))
    const before = await roleIn(trx, link.brief, me.id)
    const raised = before === null || stronger(link.role, before)
    if (raised) {
      await setMember(trx, link.brief, me.id, link.role)
      await countUse(trx, link.id)
    }
    const session = visitor ? null : await startSession(trx, me.id)
    return { brief: link.brief, me, session, raised: raised && before !== null }
  })

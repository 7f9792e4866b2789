/** Changes who may do what in a brief. A brief always has an owner, and an open socket never outlives its right. */
import type { Transaction } from 'kysely'
import type { Role } from '../../shared/brief/role.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { CLOSE } from '../../shared/wire/sync.ts'
import { membersOf, removeMember, setMember } from '../storage/briefs.ts'
import type { Database } from '../storage/database.ts'
import type { Desk } from './documents.ts'

type Sharing = Pick<Desk, 'db'> & {
  rooms: {
    closePerson(briefId: string, personId: string, code: number): void
    tell(briefId: string, topic: 'notices' | 'members'): void
  }
}

export const changeRole = async (
  desk: Sharing,
  briefId: string,
  personId: string,
  role: Role,
): Promise<void> => {
  await desk.db.transaction().execute(async (trx) => {
    await refuseWithoutOwner(trx, briefId, personId, role)
    await setMember(trx, briefId, personId, role)
  })
  // The role was decided when the socket opened: it opens again and is asked again.
  desk.rooms.closePerson(briefId, personId, CLOSE.restarting)
  desk.rooms.tell(briefId, 'members')
}

export const takeAccess = async (desk: Sharing, briefId: string, personId: string): Promise<void> => {
  await desk.db.transaction().execute(async (trx) => {
    await refuseWithoutOwner(trx, briefId, personId, null)
    await removeMember(trx, briefId, personId)
  })
  desk.rooms.closePerson(briefId, personId, CLOSE.notAllowed)
  desk.rooms.tell(briefId, 'members')
}

const refuseWithoutOwner = async (
  trx: Transaction<Database>,
  briefId: string,
  personId: string,
  role: Role | null,
) => {
  const members = await membersOf(trx, briefId)
  if (!members.some((each) => each.id === personId)) throw new Refusal('no-such-member')
  const owners = members.filter((each) => each.role === 'owner' && each.id !== personId)
  if (owners.length === 0 && role !== 'owner') throw new Refusal('last-owner')
}

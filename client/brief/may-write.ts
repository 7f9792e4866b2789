/** Whether this person writes in the brief as it stands. */
import { can, type Role } from '../../shared/brief/role.ts'
import type { Standing } from '../../shared/wire/sync.ts'

/** What is written into a damaged document has no place to go. */
export const mayWrite = (role: Role, standing: Standing): boolean =>
  can(role, 'write') && standing !== 'damaged'

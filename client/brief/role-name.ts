/** Roles as they are named on screen, with what each may do. */
import type { Role } from '../../shared/brief/role.ts'

export const roleName: Record<Role, string> = {
  owner: 'Owner',
  editor: 'Editor',
  commenter: 'Commenter',
  viewer: 'Viewer',
}

export const roleMeaning: Record<Role, string> = {
  owner: 'writes, and decides who is in',
  editor: 'writes and adds sources',
  commenter: 'reads',
  viewer: 'reads',
}

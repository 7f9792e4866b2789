/**
 * What a role may do. A role is which document a socket may write: owner and editor both, commenter only the
 * discussion, viewer none.
 */
export const ROLES = ['owner', 'editor', 'commenter', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export type Right = 'read' | 'discuss' | 'write' | 'own'

const rights: Record<Role, readonly Right[]> = {
  owner: ['read', 'discuss', 'write', 'own'],
  editor: ['read', 'discuss', 'write'],
  commenter: ['read', 'discuss'],
  viewer: ['read'],
}

export const can = (role: Role, right: Right): boolean => rights[role].includes(right)

/** Whether a role may write the part of a brief that a socket is open on. */
export const canWrite = (role: Role, part: 'brief' | 'discussion'): boolean =>
  can(role, part === 'brief' ? 'write' : 'discuss')

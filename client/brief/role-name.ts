/** Roles as they are named on screen, with what each may do. */
import type { Role } from '../../shared/brief/role.ts'
import { say } from '../words/en/roles.ts'

export const roleName: Record<Role, string> = {
  owner: say.owner,
  editor: say.editor,
  commenter: say.commenter,
  viewer: say.viewer,
}

export const roleMeaning: Record<Role, string> = {
  owner: say.writesAndDecidesWhoIsIn,
  editor: say.writesAndAddsSources,
  commenter: say.reads,
  viewer: say.reads,
}

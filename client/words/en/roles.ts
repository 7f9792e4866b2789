/** What the people of a brief may do. */
import { spoken } from '../language.ts'

export const say = spoken('roles', {
  // role-name.ts
  owner: 'Owner',
  editor: 'Editor',
  commenter: 'Commenter',
  viewer: 'Viewer',
  writesAndDecidesWhoIsIn: 'writes, and decides who is in',
  writesAndAddsSources: 'writes and adds sources',
  reads: 'reads',
})

/** What the cards of the margin work with: the document, who writes, and the ways to the rest of the page. */
import { createContext, useContext } from 'react'
import type * as Y from 'yjs'
import type { Person } from '../../../shared/brief/document.ts'
import type { EditorHandle } from '../../brief/editor-handle.ts'
import type { Changes } from '../../brief/changes.ts'
import type { Margin } from './margin.ts'

export type Desk = {
  margin: Margin
  /** How the passages stand in the newest copies of their sources. */
  changes: Changes
  me: Person
  canWrite: boolean
  editor: EditorHandle | null
  /** A change of records that this person can undo. */
  write: (change: (doc: Y.Doc) => void) => void
  openPassage: (excerptId: string) => void
}

export const DeskContext = createContext<Desk | null>(null)

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A card of the margin belongs inside the margin.')
  return desk
}

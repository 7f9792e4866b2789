/**
 * The open brief for everything that is drawn around its page: the document, who looks at it, what they may do,
 * where they look, and the editor once it is there.
 */
import { createContext, useContext } from 'react'
import type * as Y from 'yjs'
import type { Person } from '../../shared/brief/document.ts'
import type { Captures } from './captures.ts'
import type { EditorHandle } from './editor-handle.ts'
import type { EvidenceStore } from './evidence.ts'
import type { FocusStore } from './focus.ts'
import type { Store } from './store.ts'

export type BriefHere = {
  id: string
  doc: Y.Doc
  me: Person
  canWrite: boolean
  /** They own the brief. */
  owns: boolean
  focus: FocusStore
  evidence: EvidenceStore
  /** Saved copies of sources, as this person has them on this device. */
  captures: Captures
  editor: EditorHandle | null
  /** Counts up when something happened to sources outside the document. */
  news: Store<number>
}

export const BriefContext = createContext<BriefHere | null>(null)

export const useBrief = (): BriefHere => {
  const brief = useContext(BriefContext)
  if (!brief) throw new Error('This part of the page belongs inside an open brief.')
  return brief
}

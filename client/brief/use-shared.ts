/**
 * A part of an open document in a component, read again when something under a root changes. The document is the
 * store: nothing of it is copied into state.
 */
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { changesUnder, type Shared } from './shared-changes.ts'

/** A `read` that is the same function each time is called only when something under `root` changed. */
export const useShared = <T>(doc: Y.Doc, root: Shared, read: (doc: Y.Doc) => T): T => {
  const { subscribe, get } = changesUnder(root)
  const changes = useSyncExternalStore(subscribe, get)
  return useMemo(() => readAsOf(changes, doc, read), [changes, doc, read])
}

/** How often the document changed is what a reading depends on, though it is not in it. */
const readAsOf = <T>(_changes: number, doc: Y.Doc, read: (doc: Y.Doc) => T): T => read(doc)

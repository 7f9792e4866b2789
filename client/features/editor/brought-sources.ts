/**
 * A source that came into the brief only to be cited goes with its citation when that is undone, and is back with redo. It stays
 * once anybody cited it too, marked a passage in it or changed anything of it. Like one that a person takes out of the list, it
 * is only marked as removed.
 */
import type * as Y from 'yjs'
import { readCitations } from '../../../shared/brief/citation.ts'
import { type Person, roots } from '../../../shared/brief/document.ts'
import { changeSource, readSource } from '../../../shared/brief/source.ts'

/** `asItCame`: the source and its excerpts, to see whether anybody did something with them. */
type Brought = { source: string; asItCame: string }

export type BroughtSources = {
  /** What was done last, a step of undo of its own, cites a source that the brief did not have. */
  came(source: string): void
}

export const broughtSources = (doc: Y.Doc, manager: Y.UndoManager, me: () => Person): BroughtSources => {
  const key = {}
  const stateOf = (id: string) => {
    const { sources, excerpts } = roots(doc)
    const source = sources.get(id)?.toJSON()
    const own = [...excerpts].filter(([, map]) => map.get('source') === id)
    return JSON.stringify([
      { ...source, removed: null },
      own.map(([name, map]) => [name, map.toJSON()]).sort(),
    ])
  }
  const isUsed = (id: string) =>
    [...readCitations(doc).values()].some(
      ({ removed, cites }) => !removed && cites.some((c) => c.source === id || c.citedIn === id),
    ) ||
    [...roots(doc).sources.values()].some(
      (other) =>
        other.get('origin') === id || (other.get('merged') as { into?: unknown } | null)?.into === id,
    )
  const setRemoved = (id: string, removed: { by: Person; at: string } | null) =>
    // Not among the origins that undo follows: it goes along with a step, and is none.
    doc.transact(() => changeSource(doc, id, { removed }), key)

  manager.on(
    'stack-item-popped',
    ({ stackItem, type }: { stackItem: { meta: Map<unknown, unknown> }; type: string }) => {
      const brought = stackItem.meta.get(key) as Brought | undefined
      const source = brought && readSource(brought.source, roots(doc).sources.get(brought.source))
      if (!brought || !source) return
      const isUndo = type === 'undo'
      const back = isUndo ? manager.redoStack.at(-1) : manager.undoStack.at(-1)
      back?.meta.set(key, brought)
      if (!isUndo) {
        if (source.removed?.by.id === me().id) setRemoved(source.id, null)
      } else if (!source.removed && !isUsed(source.id) && stateOf(source.id) === brought.asItCame) {
        const { id, name } = me()
        setRemoved(source.id, { by: { id, name }, at: new Date().toISOString() })
      }
    },
  )
  return {
    came(source) {
      manager.undoStack.at(-1)?.meta.set(key, { source, asItCame: stateOf(source) } satisfies Brought)
    },
  }
}

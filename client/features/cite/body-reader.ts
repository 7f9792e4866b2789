/**
 * The body as plain data, read again only where it changed: a block that nobody touched, and a cell of a table too, is the
 * same object as before, so that what was computed of it still holds.
 */
import * as Y from 'yjs'
import { type BodyNode, readElement, type ReadBefore } from '../../../shared/brief/body.ts'
import { roots } from '../../../shared/brief/document.ts'

export type BodyReader = {
  read(): BodyNode
  /** What the events of `observeDeep` on the body touched is read anew. */
  touch(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void
}

export const bodyReader = (doc: Y.Doc): BodyReader => {
  const { body } = roots(doc)
  const known: ReadBefore = new WeakMap()
  return {
    read() {
      const content = body.toArray().flatMap((block): BodyNode[] => {
        return block instanceof Y.XmlElement ? [readElement(block, 0, known)] : []
      })
      return content.length ? { type: 'doc', content } : { type: 'doc' }
    },
    touch(events) {
      for (const event of events)
        for (let type: Y.AbstractType<unknown> | null = event.target; type; type = parentOf(type))
          known.delete(type)
    },
  }
}

const parentOf = (type: Y.AbstractType<unknown>): Y.AbstractType<unknown> | null =>
  type.parent instanceof Y.AbstractType ? type.parent : null

/**
 * Keeps a marked passage as an excerpt. The same passage marked twice is one excerpt: what is said of it the
 * second time is added to the first.
 */
import type * as Y from 'yjs'
import { describe } from '../../../shared/anchor/describe.ts'
import type { Person } from '../../../shared/brief/document.ts'
import {
  addExcerpt,
  type AnchoredExcerpt,
  changeExcerpt,
  readExcerpts,
  type Says,
} from '../../../shared/brief/excerpt.ts'
import { passageLocator } from '../../../shared/brief/paragraph.ts'
import { cellAt } from '../../../shared/text/table-cell.ts'
import type { Capture } from '../../brief/captures.ts'

export type Kept = Pick<AnchoredExcerpt, 'id' | 'source' | 'locator'>

export const keepPassage = (
  doc: Y.Doc,
  passage: {
    source: string
    capture: Capture
    range: { start: number; end: number }
    me: Person
    says: Says | null
    via: string[]
    note: string
  },
): Kept => {
  const { source, capture, range, me, says, via, note } = passage
  const hash = capture.info.hash
  const before = [...readExcerpts(doc).values()].find(
    (e) =>
      e.kind === 'anchored' &&
      e.source === source &&
      e.capture === hash &&
      e.selector[0].start === range.start &&
      e.selector[0].end === range.end,
  )
  if (before) {
    changeExcerpt(doc, before.id, {
      ...(says ? { says } : {}),
      ...(via.length > 0 ? { via } : {}),
      ...(note === '' ? {} : { note: before.note === '' ? note : `${before.note}\n${note}` }),
    })
    return { id: before.id, source, locator: before.locator }
  }
  const locator = passageLocator(capture.info, range.start, range.end)
  const cell = cellAt(capture.text, capture.info.blocks, range)
  const id = addExcerpt(doc, {
    kind: 'anchored',
    source,
    capture: hash,
    selector: describe(capture.text, range.start, range.end),
    cell: cell && { row: cell.row, column: cell.column, unit: cell.unit, caption: cell.caption },
    says,
    via,
    locator,
    note,
    createdBy: { id: me.id, name: me.name },
    createdAt: new Date().toISOString(),
  })
  return { id, source, locator }
}

/** Indenting goes as far as the server takes it, and not further: nobody is sent away for a list. */
import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { sinkListItem } from '@tiptap/pm/schema-list'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { depthLimit } from '../../../../client/features/editor/depth-limit.ts'
import { createRooms } from '../../../../server/sync/rooms.ts'
import { readBody, writeBody } from '../../../../shared/brief/body.ts'
import { TEXT_DEPTH } from '../../../../shared/editor/depth.ts'
import { schema } from '../../../../shared/editor/schema.ts'
import { arrayStore } from '../../../support/array-store.ts'
import { quiet, writer } from '../../../support/writer.ts'

const item = (...content: Node[]) => schema.node('listItem', null, content)
const list = (...items: Node[]) => schema.node('bulletList', null, items)
const paragraph = (...content: Node[]) => schema.node('paragraph', { id: 'p' }, content)

/** Lists within each other, so many levels; two items in the deepest one. */
const lists = (levels: number): Node =>
  levels === 1
    ? list(item(paragraph(schema.text('One'))), item(paragraph(schema.text('Two'))))
    : list(item(paragraph(), lists(levels - 1)))

/** Levels of lists that the depth of a text has room for: a list, an item and a paragraph, then two more for each. */
const MOST = Math.floor((TEXT_DEPTH - 1) / 2)

const indented = (levels: number) => {
  let refusals = 0
  const start = EditorState.create({
    doc: schema.node('doc', null, [lists(levels)]),
    plugins: [depthLimit(() => refusals++)],
  })
  let state = start.apply(start.tr.setSelection(TextSelection.atEnd(start.doc)))
  const before = state.doc
  sinkListItem(schema.nodes.listItem!)(state, (tr) => (state = state.apply(tr)))
  return { refusals, isChanged: !state.doc.eq(before) }
}

it('lets lists be indented up to the limit, and says so beyond it', () => {
  expect(indented(MOST - 1)).toEqual({ refusals: 0, isChanged: true })
  expect(indented(MOST)).toEqual({ refusals: 1, isChanged: false })
})

it('is a limit at which the server takes a text with all that can be in it, and files have it', async () => {
  const rooms = createRooms({ store: arrayStore(), report: () => undefined })
  await rooms.create('abcdefghij', () => undefined)
  const quoted = (depth: number): Node =>
    depth === 1
      ? paragraph(schema.text('Deep', [schema.mark('bold')]), schema.node('citation', { id: 'c1' }))
      : schema.node('blockquote', { id: 'q' }, quoted(depth - 1))
  const offer = async (depth: number) => {
    const doc = new Y.Doc()
    const one = writer(rooms, { doc })
    await quiet(rooms)
    writeBody(doc, schema.node('doc', null, [quoted(depth)]).toJSON())
    await quiet(rooms)
    const { refused } = one.heard
    one.leave()
    return refused.map(({ code }) => code)
  }
  expect(await offer(TEXT_DEPTH)).toEqual([])
  expect(JSON.stringify(readBody(await rooms.read('abcdefghij')))).toContain('"c1"')
  expect(await offer(TEXT_DEPTH + 4)).toEqual(['schema'])
  await rooms.drain()
})

/** The order of the sources within one citation. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addCitation,
  changeCite,
  moveCite,
  readCitations,
  removeCite,
} from '../../../shared/brief/citation.ts'

const citing = () => {
  const doc = new Y.Doc()
  addCitation(doc, { id: 'c', cites: ['a', 'b', 'd'].map((id) => ({ id, source: `source ${id}` })) })
  return doc
}
const order = (doc: Y.Doc) =>
  readCitations(doc)
    .get('c')!
    .cites.map(({ id }) => id)
    .join('')

it('is changed a place at a time, keeps what was said of a source, and ends at the edges', () => {
  const doc = citing()
  changeCite(doc, 'c', 'd', { locator: '7', label: 'page' })
  moveCite(doc, 'c', 'd', -1)
  moveCite(doc, 'c', 'a', -1)
  expect(order(doc)).toBe('adb')
  expect(readCitations(doc).get('c')!.cites[1]).toMatchObject({ locator: '7', label: 'page' })
})

it('is brought back by undoing', () => {
  const doc = citing()
  const undo = new Y.UndoManager(doc.getMap('citations'))
  moveCite(doc, 'c', 'a', 1)
  expect(order(doc)).toBe('bad')
  undo.undo()
  expect(order(doc)).toBe('abd')
})

it('has each source once when two people move the same one, and none when it is removed then', () => {
  const [ana, ben] = [citing(), new Y.Doc()]
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
  moveCite(ana, 'c', 'a', 1)
  moveCite(ben, 'c', 'a', 1)
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben))
  expect(order(ana)).toBe(order(ben))
  expect([...order(ana)].sort().join('')).toBe('abd')
  removeCite(ana, 'c', 'a')
  expect(order(ana)).toBe('bd')
})

/** Each source of a brief has a key of its own, whoever gave it out, and however many there are. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roots } from '../../../shared/brief/document.ts'
import { addSource, readSource } from '../../../shared/brief/source.ts'

const item = { type: 'report', author: [{ literal: 'OECD' }], issued: { 'date-parts': [[2022]] } }
const add = (doc: Y.Doc) => {
  const id = addSource(doc, { item })
  return readSource(id, roots(doc).sources.get(id))!.key
}

describe('The key of a source', () => {
  it('is one that no other source of the brief has, within one change too', () => {
    const doc = new Y.Doc()
    expect(add(doc)).toBe('oecd_2022')
    doc.transact(() => expect([add(doc), add(doc)]).toEqual(['oecd_2022_2', 'oecd_2022_3']))
  })

  it('keeps clear of those that colleagues gave out meanwhile', () => {
    const [ana, ben] = [new Y.Doc(), new Y.Doc()]
    add(ana)
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
    add(ben)
    Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben))
    expect(add(ana)).toBe('oecd_2022_3')
  })

  it('keeps clear of one that was given by hand', () => {
    const doc = new Y.Doc()
    const id = addSource(doc, { item: { type: 'document', title: 'Another' } })
    roots(doc).sources.get(id)!.set('key', 'oecd_2022')
    expect(add(doc)).toBe('oecd_2022_2')
  })

  it('is found without reading the other sources', () => {
    const doc = new Y.Doc()
    add(doc)
    let read = 0
    for (const map of roots(doc).sources.values()) {
      const toJSON = map.toJSON.bind(map)
      map.toJSON = () => {
        read++
        return toJSON()
      }
    }
    for (let n = 0; n < 10; n++) addSource(doc, { item })
    expect(read).toBe(0)
  })
})

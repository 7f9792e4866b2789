import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { lostText } from '../../../client/brief/lost-text.ts'
import { roots } from '../../../shared/brief/document.ts'

const paragraph = (doc: Y.Doc, words: string) => {
  const node = new Y.XmlElement('paragraph')
  const text = new Y.XmlText(words)
  node.insert(0, [text])
  roots(doc).body.push([node])
  return text
}

it('lists what one copy has and the other has not, a piece a paragraph', () => {
  const doc = new Y.Doc()
  const first = paragraph(doc, 'Exports fell in May. ')
  paragraph(doc, 'Imports rose.')
  const known = Y.encodeStateVector(doc)
  first.insert(21, 'They fell again in June.')
  first.insertEmbed(first.length, new Y.XmlElement('citation'))
  first.insert(first.length, ' And in July.')
  paragraph(doc, 'A new paragraph.')
  expect(lostText(doc, known)).toEqual(['They fell again in June. And in July.', 'A new paragraph.'])
})

it('leaves out what was deleted again, and lists words of records', () => {
  const doc = new Y.Doc()
  const text = paragraph(doc, 'Exports fell.')
  const known = Y.encodeStateVector(doc)
  text.insert(0, 'Not kept. ')
  text.delete(0, 10)
  roots(doc).about.set('title', 'A better title')
  roots(doc).excerpts.set('e1', new Y.Map(Object.entries({ id: 'e1', note: 'My note', capture: 'abc' })))
  expect(lostText(doc, known)).toEqual(['A better title', 'My note'])
})

it('finds nothing between equals', () => {
  const doc = new Y.Doc()
  paragraph(doc, 'Exports fell.')
  expect(lostText(doc, Y.encodeStateVector(doc))).toEqual([])
})

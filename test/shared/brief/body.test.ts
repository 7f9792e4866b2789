import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type BodyNode, readBody, writeBody } from '../../../shared/brief/body.ts'
import { roots } from '../../../shared/brief/document.ts'
import { fillBrief } from '../../../shared/brief/fill.ts'
import { type ReadBrief, readBrief } from '../../../shared/brief/read.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { body } from '../../support/random-body.ts'
import { brief } from '../../support/random-brief.ts'
import { seedOfRun } from '../../support/random.ts'

const seed = seedOfRun()
const runs = { numRuns: process.env.VOUCH_LONG === '1' ? 3000 : 80, seed }
const inSchema = (node: BodyNode) => (node.content ? schema.nodeFromJSON(node).toJSON() : node)

const written = (node: BodyNode) => {
  const doc = new Y.Doc()
  writeBody(doc, node)
  return doc
}

describe(`the body (seed ${seed})`, () => {
  it('comes out of the document as it was written, through an update too', () => {
    fc.assert(
      fc.property(body, (node) => {
        const doc = written(node)
        const other = new Y.Doc()
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
        // Lone surrogates do not survive Yjs's own encoding; everything else does.
        if (!JSON.stringify(node).includes('\\ud8')) expect(inSchema(readBody(other))).toEqual(inSchema(node))
        expect(inSchema(readBody(doc))).toEqual(inSchema(node))
      }),
      runs,
    )
  })

  it('keeps citations and hard breaks in the one text of their paragraph', () => {
    const doc = written({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Fell.' },
            { type: 'citation', attrs: { id: 'c1' }, marks: [{ type: 'bold' }] },
            { type: 'hardBreak' },
            {
              type: 'text',
              text: 'Rose.',
              marks: [{ type: 'link', attrs: { href: 'https://example.org' } }],
            },
          ],
        },
      ],
    })
    const paragraph = roots(doc).body.get(0) as Y.XmlElement
    expect(paragraph.length).toBe(1)
    const delta = (paragraph.get(0) as Y.XmlText).toDelta() as { insert: unknown }[]
    expect(delta[1]!.insert).toBeInstanceOf(Y.XmlElement)
    expect(delta).toHaveLength(4)
  })

  it('keeps a heading’s level a number', () => {
    const doc = written({ type: 'doc', content: [{ type: 'heading', attrs: { level: 3 } }] })
    expect(readBody(doc)).toEqual({ type: 'doc', content: [{ type: 'heading', attrs: { level: 3 } }] })
  })

  it('is read from citations beside the text as well, and from marks with a hash in their name', () => {
    const doc = new Y.Doc()
    const paragraph = new Y.XmlElement('paragraph')
    const before = new Y.XmlText()
    before.insert(0, 'Fell', { 'bold--AbCd1234': {}, ychange: { type: 'added' } })
    const citation = new Y.XmlElement('citation')
    citation.setAttribute('id', 'c1')
    const after = new Y.XmlText()
    after.insert(0, 'more')
    const last = new Y.XmlText()
    last.insert(0, ' still')
    roots(doc).body.insert(0, [paragraph])
    paragraph.insert(0, [before, citation, after, last])
    expect(readBody(doc).content![0]!.content).toEqual([
      { type: 'text', text: 'Fell', marks: [{ type: 'bold' }] },
      { type: 'citation', attrs: { id: 'c1' } },
      { type: 'text', text: 'more still' },
    ])
  })

  it('is read whatever a hostile client put there', () => {
    const doc = new Y.Doc()
    let inner = new Y.XmlElement('blockquote')
    roots(doc).body.insert(0, [
      inner,
      new Y.XmlText('loose'),
      new Y.XmlElement('no-such-node'),
      new Y.XmlHook('hook') as unknown as Y.XmlElement,
    ])
    for (let i = 0; i < 500; i++) {
      const next = new Y.XmlElement('blockquote')
      inner.insert(0, [next])
      inner = next
    }
    const text = new Y.XmlText()
    inner.insert(0, [text])
    text.insertEmbed(0, { image: 'x' })
    text.insert(0, 'a', { bold: 'yes', italic: null, link: [1] } as never)
    expect(() => readBody(doc)).not.toThrow()
    expect(() => readBrief(doc)).not.toThrow()
  })

  it('of a new document is empty', () => {
    expect(readBody(new Y.Doc())).toEqual({ type: 'doc' })
  })
})

describe('a whole brief', () => {
  const texts = (of: ReadBrief) => ({
    body: inSchema(of.body),
    footnotes: new Map(
      Array.from(of.footnotes, ([id, text]) => [id, inSchema({ type: 'doc', content: [...text] })]),
    ),
  })

  it('is filled into an empty document and read back', () => {
    fc.assert(
      fc.property(brief, (one) => {
        const doc = new Y.Doc()
        fillBrief(doc, one)
        const read = readBrief(doc)
        expect({ ...read, ...texts(read) }).toEqual({ ...one, ...texts(one) })
      }),
      runs,
    )
  })
})

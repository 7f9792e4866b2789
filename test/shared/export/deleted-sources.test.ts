/** What a brief says of sources that were taken out or are gone altogether, and of two that came to have one key. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeBody } from '../../../shared/brief/body.ts'
import { addCitation } from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { addExcerpt } from '../../../shared/brief/excerpt.ts'
import { readBrief, type ReadBrief } from '../../../shared/brief/read.ts'
import { addSource, changeSource, readSources } from '../../../shared/brief/source.ts'
import { toBibtex } from '../../../shared/export/bibtex.ts'
import { toHtml } from '../../../shared/export/html.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { fromMarkdown } from '../../../shared/markdown/read.ts'

const by = { id: 'ana', name: 'Ana' }
const at = '2026-01-01T00:00:00Z'

const briefOf = (change: (doc: Y.Doc) => void): ReadBrief => {
  const doc = new Y.Doc()
  addSource(doc, {
    id: 'sourceaaa1',
    item: { type: 'report', title: 'Trade in spring', author: [{ literal: 'Ministry' }] },
  })
  addExcerpt(doc, {
    id: 'excerptaa1',
    source: 'sourceaaa1',
    kind: 'attested',
    attested: { words: 'It fell by a third.', by, at },
  })
  addCitation(doc, { id: 'citation01', cites: [{ source: 'sourceaaa1', excerpt: 'excerptaa1' }] })
  writeBody(doc, {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Exports fell.' },
          { type: 'citation', attrs: { id: 'citation01' } },
        ],
      },
    ],
  })
  change(doc)
  return readBrief(doc)
}
const plain = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('a source that was taken out of the list', () => {
  const brief = briefOf((doc) => changeSource(doc, 'sourceaaa1', { removed: { by, at } }))
  it('is named with its last known words in what cites it, in every file', () => {
    expect(toMarkdown(brief)).toContain('Ministry. *Trade in spring*')
    expect(toMarkdown(brief)).toContain('“It fell by a third.”')
    expect(plain(toHtml(brief, {}))).toMatch(/Trade in spring.*It fell by a third/)
    expect(toBibtex(brief)).toContain('Trade in spring')
  })
  it('comes back from its file as what it was: taken out, and cited', () => {
    const back = fromMarkdown(toMarkdown(brief)).contents
    expect([...back.sources.values()].map(({ item, removed }) => [item.title, removed?.by.name])).toEqual([
      ['Trade in spring', 'Ana'],
    ])
  })
})

describe('a source of which nothing is left', () => {
  const brief = briefOf((doc) => roots(doc).sources.delete('sourceaaa1'))
  it('is said to be missing where it is cited, beside the words that were taken from it', () => {
    expect(plain(toHtml(brief, {}))).toMatch(/This source is missing from the brief.*It fell by a third/)
    expect(toMarkdown(brief)).toMatch(/No source in this brief\..*“It fell by a third\.”/)
    expect(toBibtex(brief)).not.toContain('@')
  })
})

describe('two sources that came to have one key', () => {
  const brief = briefOf((doc) => {
    addSource(doc, {
      id: 'sourceaaa2',
      key: readSources(doc).get('sourceaaa1')!.key,
      item: { type: 'report', title: 'Trade in autumn', author: [{ literal: 'Ministry' }] },
    })
    addCitation(doc, { id: 'citation02', cites: [{ source: 'sourceaaa2' }] })
    const paragraph = roots(doc).body.get(0) as Y.XmlElement
    const node = new Y.XmlElement('citation')
    node.setAttribute('id', 'citation02')
    paragraph.insert(paragraph.length, [node])
  })
  it('are told apart in every file, and come back as two', () => {
    const markdown = toMarkdown(brief)
    const keys = [...markdown.matchAll(/\[\^citation0\d\]: \[@(\w+)/g)].map(([, key]) => key)
    expect(new Set(keys).size).toBe(2)
    const bibtex = toBibtex(brief)
    expect(new Set([...bibtex.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key)).size).toBe(2)
    const back = fromMarkdown(markdown).contents
    const titleOf = (id: string) => back.sources.get(back.citations.get(id)!.cites[0]!.source)!.item.title
    expect([titleOf('citation01'), titleOf('citation02')]).toEqual(['Trade in spring', 'Trade in autumn'])
  })
})

import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { writeBody } from '../../../shared/brief/body.ts'
import { changeAbout } from '../../../shared/brief/about.ts'
import { addCitation } from '../../../shared/brief/citation.ts'
import { addExcerpt } from '../../../shared/brief/excerpt.ts'
import { readBrief, type ReadBrief } from '../../../shared/brief/read.ts'
import { addSource } from '../../../shared/brief/source.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { toHtml } from '../../../shared/export/html.ts'
import { HTML_MARKS, HTML_NODES } from '../../../shared/export/html-blocks.ts'
import { HOSTILE } from '../../support/hostile-words.ts'
import { tinyPng } from '../../support/tiny-png.ts'

const HASH = 'ab'.repeat(32)

/** One sentence with a citation of an anchored passage, and what people noted of it. */
const cited = (words: string, body?: BodyNode[]): ReadBrief => {
  const doc = new Y.Doc()
  changeAbout(doc, { title: words, authors: [words], handling: 'TLP:AMBER', date: '2024-05-03' })
  const source = addSource(doc, {
    id: 'sourceaaaa1',
    item: {
      type: 'article-newspaper',
      title: words,
      URL: 'https://news.example/a',
      author: [{ literal: words }],
    },
    note: 'Our own doubts',
    captures: [
      {
        hash: HASH,
        mediaType: 'text/html',
        filename: null,
        takenAt: '2024-05-04T10:00:00Z',
        extractor: 'x',
        length: 99,
      },
    ],
  })
  const excerpt = addExcerpt(doc, {
    id: 'excerptaaa1',
    source,
    kind: 'anchored',
    capture: HASH,
    selector: [
      { type: 'TextPositionSelector', start: 5, end: 5 + words.length },
      { type: 'TextQuoteSelector', exact: words, prefix: 'In front of it. ', suffix: ' Behind it.' },
    ],
    says: { name: words, named: false },
    via: ['a separate briefing'],
    note: 'Do not show this',
  })
  addCitation(doc, { id: 'citationaa1', cites: [{ id: 'citeaaaaaa1', source, excerpt, prefix: words }] })
  writeBody(doc, {
    type: 'doc',
    content: body ?? [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: words },
          { type: 'citation', attrs: { id: 'citationaa1' } },
        ],
      },
    ],
  })
  return readBrief(doc)
}
const documentOf = (html: string) => parseHTML(html).document

describe('A brief as a web page', () => {
  it('knows every node and every mark of the schema', () => {
    expect(Object.keys(schema.nodes).filter((name) => !(name in HTML_NODES))).toEqual([])
    expect(Object.keys(schema.marks).filter((name) => !(name in HTML_MARKS))).toEqual([])
  })

  it('leads from each citation to its words, who says them and where they are from, and back', () => {
    const page = documentOf(toHtml(cited('Exports fell')))
    const citation = page.querySelector('main a[role=doc-noteref]')!
    expect(citation.textContent).toBe('1')
    const note = page.querySelector(citation.getAttribute('href')!)!
    expect(note.querySelector('blockquote')!.textContent).toBe('Exports fell')
    expect(note.textContent).toContain('Exports fell, not named, via a separate briefing')
    const back = note.querySelector('a[role=doc-backlink]')!.getAttribute('href')!
    expect(page.querySelector(back)).toBe(citation)
    expect([...note.querySelectorAll('a')].at(-1)!.getAttribute('href')).toContain(
      'https://news.example/a#:~:text=',
    )
  })

  it('shows people outside the cited words alone, and people inside what surrounds them', () => {
    const brief = cited('Exports fell')
    const outside = toHtml(brief)
    const inside = toHtml(brief, { audience: 'inside' })
    for (const kept of ['In front of it.', 'Behind it.', HASH, 'Saved 4 May 2024']) {
      expect(outside).not.toContain(kept)
      expect(inside).toContain(kept)
    }
    for (const html of [outside, inside]) {
      expect(html).not.toContain('Do not show this')
      expect(html).not.toContain('Our own doubts')
    }
  })

  it('says how it is to be handled, on the page and on each sheet', () => {
    const html = toHtml(cited('Exports fell'))
    expect(documentOf(html).querySelectorAll('.handling')).toHaveLength(2)
    expect(html).toContain('@top-center { content: "TLP:AMBER"; }')
  })

  it('has no script, fetches nothing, and leads only to the web and to mail', () => {
    const link = (href: string): BodyNode => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }],
    })
    const page = documentOf(
      toHtml(
        cited(
          'x',
          [
            'javascript:alert(1)',
            'data:text/html,x',
            'file:///etc/passwd',
            ' JAVASCRIPT:x',
            'https://ok.example/',
            'mailto:a@b.example',
          ].map(link),
        ),
      ),
    )
    expect([...page.querySelectorAll('main p a')].map((a) => a.getAttribute('href'))).toEqual([
      'https://ok.example/',
      'mailto:a@b.example',
    ])
    expect(page.querySelectorAll('script, img, link, iframe, object, form')).toHaveLength(0)
  })

  it.each(HOSTILE)('takes %j for words, wherever they stand', (words) => {
    const page = documentOf(toHtml(cited(words), { audience: 'inside' }))
    expect(
      page.querySelectorAll('script, img, svg, iframe, style ~ style, [onerror], [onload], [onclick]'),
    ).toHaveLength(0)
    expect(page.querySelectorAll('main, section.notes, section.sources')).toHaveLength(3)
  })

  it('turns what comes from the right as a whole: items, quotations, boxes and tables, and what stands the other way in them', () => {
    const node = (type: string, content: BodyNode[], attrs?: Record<string, unknown>): BodyNode => ({
      type,
      content,
      ...(attrs && { attrs }),
    })
    const line = (text: string, dir?: string) =>
      node('paragraph', [{ type: 'text', text }], dir ? { dir } : undefined)
    const right = () => line('الصادرات')
    const html = toHtml(
      cited('Plain', [
        node('orderedList', [node('listItem', [right()]), node('listItem', [line('Plain')])]),
        node('bulletList', [
          node('listItem', [right(), node('bulletList', [node('listItem', [line('Back')])])]),
        ]),
        node('bulletList', [node('listItem', [line('2024', 'rtl')])]),
        node('taskList', [node('taskItem', [right()], { checked: false })]),
        node('blockquote', [right()]),
        node('callout', [right()]),
        node('table', [node('tableRow', [node('tableCell', [right()]), node('tableCell', [line('Plain')])])]),
      ]),
    )
    const { document } = parseHTML(html)
    const directionOf = (selector: string) => {
      const chain = []
      for (let at = document.querySelector(selector); at; at = at.parentElement)
        chain.push(at.getAttribute('dir'))
      return chain.find(Boolean) ?? 'ltr'
    }
    for (const turned of ['main > ol > li', 'ul > li', '.tasks > li', 'blockquote', '.callout', 'table'])
      expect(directionOf(turned), turned).toBe('rtl')
    expect(directionOf('main > ol > li + li')).toBe('ltr')
    expect(directionOf('li li')).toBe('ltr')
    expect(html).toContain('<li dir="rtl"><p dir="rtl">2024</p></li>')
  })

  it('leaves out no level of heading below the title, wherever the brief begins to count', () => {
    const heading = (level: number): BodyNode => ({
      type: 'heading',
      attrs: { level },
      content: [{ type: 'text', text: `Level ${level}` }],
    })
    const levels = (...of: number[]) =>
      [...toHtml(cited('Plain', of.map(heading))).matchAll(/<h(\d) id="h-/g)].map(([, level]) =>
        Number(level),
      )
    expect(levels(1, 2, 3)).toEqual([2, 3, 4])
    expect(levels(2, 3, 2)).toEqual([2, 3, 2])
  })

  it('is the same bytes for the same brief', () => {
    expect(toHtml(cited('Exports fell'))).toBe(toHtml(cited('Exports fell')))
  })
})

describe('Pictures in the page', () => {
  const figure: BodyNode = {
    type: 'figure',
    content: [{ type: 'picture', attrs: { sha256: HASH, alt: 'A map of <regions>' } }],
  }
  const pageWith = (bytes?: Uint8Array) =>
    parseHTML(toHtml(cited('Words', [figure]), bytes ? { pictures: new Map([[HASH, bytes]]) } : {})).document

  it('stand in it, so that it needs no other file', () => {
    const picture = pageWith(tinyPng(4, 4)).querySelector('img')!
    expect(picture.getAttribute('src')).toBe(`data:image/png;base64,${tinyPng(4, 4).toString('base64')}`)
    expect(picture.getAttribute('alt')).toBe('A map of <regions>')
  })

  it('stand in it whole, however large they are', () => {
    const large = Buffer.concat([tinyPng(4, 4), Buffer.alloc(300_001, 'Vouch')])
    expect(pageWith(large).querySelector('img')!.getAttribute('src')).toBe(
      `data:image/png;base64,${large.toString('base64')}`,
    )
  })

  it('are said to be missing where they wait on a device', () => {
    const waiting: BodyNode = {
      type: 'figure',
      content: [{ type: 'picture', attrs: { waiting: 'w', from: 'Ana', alt: 'A map' } }],
    }
    const page = parseHTML(toHtml(cited('Words', [waiting]))).document
    expect(page.querySelector('img')).toBeNull()
    expect(page.querySelector('.picture')!.textContent).toBe('A picture is missing here: A map')
  })

  it('are said in words where their bytes are not here, or are no picture', () => {
    for (const bytes of [undefined, Buffer.from('<svg onload="alert(1)">')]) {
      expect(pageWith(bytes).querySelector('img')).toBeNull()
      expect(pageWith(bytes).querySelector('.picture')!.textContent).toBe('Picture: A map of <regions>')
    }
  })
})

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import type { ReadBrief } from '../../../shared/brief/read.ts'
import { DEPTH_LIMIT } from '../../../shared/editor/depth.ts'
import { pdfContent } from '../../../server/paper/pdf-content.ts'
import { typeset } from '../../../server/paper/typeset.ts'
import { HOSTILE } from '../../support/hostile-words.ts'
import { cited, doc, node, paragraph, smallBrief, text } from '../../support/small-brief.ts'
import { tinyJpeg } from '../../support/tiny-jpeg.ts'
import { tinyPng } from '../../support/tiny-png.ts'

const setOf = (brief: ReadBrief, pictures = new Map<string, Uint8Array>()) =>
  typeset({ brief: JSON.stringify(pdfContent(brief, {}, pictures)), pictures: [...pictures] })

const read = async (pdf: Uint8Array) => {
  const loading = getDocument({ data: pdf.slice() })
  const file = await loading.promise
  const pages = []
  for (let n = 1; n <= file.numPages; n++) {
    const { items } = await (await file.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  const outline = (await file.getOutline()) ?? []
  const { info } = await file.getMetadata()
  const isTagged = ((await file.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true
  await loading.destroy()
  return { pages, outline: outline.map(({ title }) => title), info: info as { Title?: string }, isTagged }
}

describe('A brief as a PDF', () => {
  it('has its notes at the foot of the page, an outline, tags, its mark and numbers on every page', async () => {
    const long = Array.from({ length: 60 }, () => paragraph(text('Exports fell in the third quarter.')))
    const small = smallBrief()
    const { pages, outline, info, isTagged } = await read(
      await setOf(smallBrief({ body: doc(...small.body.content!, ...long) })),
    )
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]).toContain('Climate finance provided and mobilised')
    pages.forEach((page, at) => {
      expect(page.match(/TLP:AMBER/g)).toHaveLength(2)
      expect(page.replace(/\s+/g, ' ')).toContain(`${at + 1} / ${pages.length}`)
    })
    expect(outline).toEqual(['Key judgments', 'Sources'])
    expect(info.Title).toBe('Closing the gap')
    expect(isTagged).toBe(true)
  })

  it('draws no heading over its sources where the writer has one', async () => {
    const small = smallBrief()
    const headed = doc(...small.body.content!, node('heading', [text('Works cited')]), node('references', []))
    const { outline, pages } = await read(await setOf(smallBrief({ body: headed })))
    expect(outline).toEqual(['Key judgments', 'Works cited'])
    expect(pages.join()).not.toContain('Sources')
    expect(pages.join()).toContain('Adaptation Gap')
  })

  it('takes hostile words for words, wherever they stand', async () => {
    const plain = smallBrief()
    const about = { ...plain.about, title: HOSTILE.join(' '), authors: [...HOSTILE], handling: HOSTILE[0]! }
    const body = doc(
      ...HOSTILE.flatMap((words): BodyNode[] => [
        node('heading', [text(words)]),
        paragraph(text(words), cited('k7f2')),
        node('codeBlock', [text(words)]),
      ]),
      paragraph(text('#read("/etc/passwd") #image("x") @ref <label> = A heading')),
    )
    const { pages } = await read(await setOf(smallBrief({ about, body })))
    expect(pages.join(' ')).toContain('#read("/etc/passwd")')
    expect(pages.join(' ')).not.toContain('root:')
  })

  it('sets pictures, tables of any shape, tasks and what is nested as deeply as it can be', async () => {
    let deep: BodyNode = paragraph(text('Innermost'))
    for (let depth = 0; depth < DEPTH_LIMIT / 2 - 4; depth++)
      deep = node('bulletList', [node('listItem', [paragraph(text('x')), deep])])
    const picture = node('picture', [], { sha256: 'cd'.repeat(32), alt: 'A map' })
    const cell = (attrs: object = {}) => node('tableHeader', [paragraph(text('Cell'))], { ...attrs })
    const brief = smallBrief({
      body: doc(
        node('figure', [picture, node('caption', [text('Where it is')])]),
        node('table', [
          node('tableRow', [cell({ rowspan: 9 }), cell({ colspan: 2 })]),
          node('tableRow', [cell()]),
          node('tableRow', []),
        ]),
        node('taskList', [node('taskItem', [paragraph(text('Call her'))], { checked: true })]),
        node('tableOfContents', []),
        deep,
      ),
    })
    const { pages } = await read(await setOf(brief, new Map([['cd'.repeat(32), tinyPng(40, 20)]])))
    for (const words of ['Where it is', 'Call her', 'Innermost']) expect(pages.join(' ')).toContain(words)
  })

  it('sets the mark of an item, and the first column of a table, on the right where the words come from there', async () => {
    const item = (...words: string[]) =>
      node(
        'orderedList',
        [
          node(
            'listItem',
            words.map((one) => paragraph(text(one))),
          ),
        ],
        { start: 77 },
      )
    const row = (first: string) =>
      node('table', [
        node(
          'tableRow',
          [first, '4242'].map((one) => node('tableCell', [paragraph(text(one))])),
        ),
      ])
    const placesOf = async (...body: BodyNode[]) => {
      const pdf = await setOf(smallBrief({ body: doc(...body) }))
      const loading = getDocument({ data: pdf.slice() })
      const { items } = await (await (await loading.promise).getPage(1)).getTextContent()
      await loading.destroy()
      return (words: string) => {
        const found = items.find((one) => 'str' in one && one.str.includes(words))
        if (!found || !('str' in found)) throw new Error(`No "${words}" on the page.`)
        return Number(found.transform[4])
      }
    }
    const left = await placesOf(item('Exports'), row('Sum'))
    expect(left('77')).toBeLessThan(100)
    expect(left('4242')).toBeGreaterThan(left('Sum'))
    const right = await placesOf(item('הייצוא'), row('סכום'))
    expect(right('77')).toBeGreaterThan(480)
    expect(right('4242')).toBeLessThan(right('סכום'.slice(0, 1)))
  })

  it('says in words what a damaged picture shows, and sets all the others', async () => {
    const picture = (byte: string) =>
      node('figure', [node('picture', [], { sha256: byte.repeat(32), alt: `Map ${byte}` })])
    const brief = smallBrief({ body: doc(picture('cd'), picture('ab')) })
    const pdf = await setOf(
      brief,
      new Map([
        ['cd'.repeat(32), tinyJpeg(40, 20, 1)],
        ['ab'.repeat(32), tinyPng(40, 20)],
      ]),
    )
    const { pages } = await read(pdf)
    expect(pages.join(' ')).toContain('Picture: Map cd')
    expect(pages.join(' ')).not.toContain('Map ab')
  })

  it('is the same bytes for the same brief', async () => {
    const [one, other] = await Promise.all([setOf(smallBrief()), setOf(smallBrief())])
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})

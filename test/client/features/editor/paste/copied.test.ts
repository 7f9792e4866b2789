import { DOMParser as PageParser } from '@tiptap/pm/model'
import { parseHTML } from 'linkedom'
import { afterEach, describe, expect, it } from 'vitest'
import { markdownOf } from '../../../../../client/features/editor/paste/copied-markdown.ts'
import { notesOf } from '../../../../../client/features/editor/paste/copied-notes.ts'
import { copiedText } from '../../../../../client/features/editor/paste/copied-text.ts'
import { cite } from '../../../../../client/features/editor/writing.ts'
import { schema } from '../../../../../shared/editor/schema.ts'
import { briefWith, Page } from '../pages.ts'
import { pasted } from './pasting.ts'

let page: Page | undefined
afterEach(() => {
  page?.close()
  page = undefined
})

const textOf = (html: string) => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const doc = PageParser.fromSchema(schema).parse(document.body as unknown as HTMLElement)
  return copiedText(doc.content, { marks: new Map([['c1', '[1]']]), notes: [] })
}

describe('What is copied', () => {
  it('has its numbers in the text and its notes below', () => {
    page = new Page('ana', 11, briefWith('Exports fell.\nPrices rose.'))
    page.at('fell.|')
    cite(page.desk, [{ source: 's1', excerpt: 'e1', label: 'page', locator: '4' }])
    const evidence = { ...page.evidence.get(), citations: page.records }
    const order = page.order
    const notes = notesOf(page.state.doc, { lang: 'en-GB', evidence, order, labelOf: () => '1' })
    expect(copiedText(page.state.doc.content, notes)).toBe(
      'Exports fell.[1]\n\nPrices rose.\n\n[1] WHO (2021) Trade in 2020, p. 4.',
    )
    expect(markdownOf(page.doc, page.state)).toMatch(/^Exports fell\.\s?\\?\[1, p\. 4\\?\]\n\nPrices rose\./)
  })

  it('is lines, signs and tabs as plain text', () => {
    expect(
      textOf(
        '<h2>Title</h2><ul><li><p>Energy</p><ol><li><p>Crude</p></li></ol></li><li><p>Metals<span data-citation data-id="c1"></span></p></li></ul><table><tr><th><p>Year</p></th><th><p>Sum</p></th></tr><tr><td><p>2020</p></td><td><p>83.3</p></td></tr></table><p>One<br>two</p>',
      ),
    ).toBe('Title\n\n• Energy\n    1. Crude\n• Metals[1]\n\nYear\tSum\n2020\t83.3\n\nOne\ntwo')
  })

  it('leaves its notes behind when it comes back into a page', () => {
    const { lines } = pasted(
      '<p data-pm-slice="1 1 []">Exports fell.<span data-citation data-id="c1"><sup>[1]</sup></span></p><p></p><div data-vouch-below><p>[1] WHO.</p></div>',
    )
    expect(lines).toEqual(['Exports fell.', ''])
  })
})

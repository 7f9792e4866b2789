import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { partsOf } from '../../../../../client/features/editor/paste/parts-of-page.ts'
import { pastedHtml } from '../../../../../client/features/editor/paste/pasted-html.ts'
import { schema } from '../../../../../shared/editor/schema.ts'
import { fixture, pasted } from './pasting.ts'

const bodyOf = (html: string) =>
  new DOMParser().parseFromString(
    /<body/i.test(html) ? html : `<html><body>${html}</body></html>`,
    'text/html',
  ).body as unknown as HTMLElement

const inParts = (html: string): string[] => [...partsOf(bodyOf(html))].map(({ innerHTML }) => innerHTML)

describe('A long page, read part by part', () => {
  it('has the words and blocks of the whole', () => {
    const many = ['word.html', 'google-docs.html', 'writer.html', 'web-page.html'].map((name) => {
      const { html } = pastedHtml(bodyOf(fixture(name)), schema, { newId: () => 'n' })
      return `<div><section>${html}</section></div>`
    })
    const page = [...many, ...many].join('')
    const parts = inParts(page)
    expect(parts.length).toBeGreaterThan(1)
    // A list of contents is once in a brief, which nobody knows of one part.
    const said = (html: string) => pasted(html).lines.filter((line) => !/^(<tableOfContents>)?$/.test(line))
    expect(parts.flatMap(said)).toEqual(said(page))
  })

  it('keeps words that stand between two blocks together, and apart from those of another holder', () => {
    const word = '<i>a</i> '
    expect(inParts(`<p>x</p>${word.repeat(400)}<p>y</p>`)).toEqual([
      `<p>x</p>${word.repeat(400)}`,
      '<p>y</p>',
    ])
    expect(inParts('before<div>within<p>x</p></div>after')).toEqual(['before', 'within<p>x</p>after'])
  })
})

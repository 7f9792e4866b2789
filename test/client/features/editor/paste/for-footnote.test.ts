import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { htmlForFootnote } from '../../../../../client/features/editor/paste/for-footnote.ts'
import { leftOutSentence } from '../../../../../client/features/editor/paste/left-out.ts'
import { pastedHtml } from '../../../../../client/features/editor/paste/pasted-html.ts'
import { schema } from '../../../../../shared/editor/schema.ts'
import { fixture, pasted } from './pasting.ts'

const bodyOf = (html: string) => {
  const whole = /<body/i.test(html) ? html : `<html><body>${html}</body></html>`
  return new DOMParser().parseFromString(whole, 'text/html').body as unknown as HTMLElement
}

const intoFootnote = (html: string) => {
  let made = 0
  const cleaned = pastedHtml(bodyOf(html), schema, { newId: () => `n${++made}` })
  const reduced = htmlForFootnote(cleaned, bodyOf(''), schema)
  return { html: reduced.html, lines: pasted(reduced.html).lines, left: leftOutSentence(reduced.left) }
}

describe('Pasting into a footnote', () => {
  it('takes the words of Word line by line, and says that the table and the notes stay behind', () => {
    const { lines, left } = intoFootnote(fixture('word.html'))
    expect(lines).toEqual([
      'Sanctions and the budget',
      'Key points',
      'Exports of Russia fell by **12\u00a0per cent** in _2020_. Oil paid for most of it. It still does.',
      'Energy',
      'Crude',
      'Urals',
      'More of energy.',
      'Metals',
      'Ask the ministry',
      'in writing',
      'Check the sums',
      'Sums',
      '“A short quotation.”',
      'The [report](https://example.org/report?a=1&b=2) and a file.',
    ])
    expect(left).toMatch(/^Left out: 1 table, 2 footnotes, 1 picture that is kept elsewhere/)
  })

  it('takes Google Docs without the bold that is none, and a web page without what runs', () => {
    expect(intoFootnote(fixture('google-docs.html')).lines[1]).toBe(
      'Exports **fell**_ sharply_~~ soon~~ in 2020.',
    )
    const { html, left } = intoFootnote(fixture('web-page.html'))
    expect(html).not.toMatch(/<(?!\/?(?:p|strong|em|s|code|a|br)\b)|\son\w+=|javascript:/)
    expect(left).toContain('script')
  })

  it('holds no picture, and leaves no sign of one', () => {
    const dot = 'data:image/png;base64,iVBORw0KGgo='
    const { lines, left } = intoFootnote(`<p>See <img src="${dot}"> there.</p>`)
    expect(lines).toEqual(['See there.'])
    expect(left).toBe('Left out: 1 picture.')
  })

  it('is nothing where all of it is a table', () => {
    const { html, left } = intoFootnote('<table><tr><td>A</td><td>B</td></tr></table>')
    expect([html, left]).toEqual(['', 'Left out: 1 table.'])
  })

  it('brings records only of the citations that come along', () => {
    const record = (id: string) => ({ id, cites: [], by: null, at: '2026-01-01T00:00:00.000Z' })
    const carried = JSON.stringify({
      citations: [record('a1'), record('a2')],
      excerpts: [],
      sources: [],
      footnotes: [],
    }).replaceAll('"', '&quot;')
    const { html } = intoFootnote(
      `<table data-pm-slice="0 0 []" data-vouch-evidence="${carried}"><tr><td><p>A <span data-citation data-id="a1"></span></p></td></tr></table><p>Says <span data-citation data-id="a2"></span></p>`,
    )
    expect(html).toContain('a2')
    expect(html).not.toContain('a1')
  })
})

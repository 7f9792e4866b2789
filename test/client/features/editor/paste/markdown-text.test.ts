import { describe, expect, it } from 'vitest'
import { looksLikeMarkdown } from '../../../../../client/features/editor/paste/looks-like-markdown.ts'
import { readMarkdownText } from '../../../../../client/features/editor/paste/markdown-text.ts'

describe('Text that is pasted', () => {
  it.each([
    ['a heading', '# Findings\n\nExports fell.'],
    ['a list', 'Two:\n\n- Energy\n- Metals'],
    ['a numbered list', '1. Energy\n2. Metals'],
    ['tasks', '- [ ] Ask'],
    ['a table', '| Year | Sum |\n| --- | --- |\n| 2020 | 83.3 |'],
    ['a link', 'See [the report](https://example.org/x).'],
    ['a footnote', 'Words.[^1]\n\n[^1]: A note.'],
    ['code', '```js\nlet x\n```'],
    ['bold and italic words', 'Exports **fell** in *May*.'],
  ])('is Markdown with %s', (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(true)
  })

  it.each([
    ['words', 'Exports fell.\n\nPrices rose.'],
    ['a dash', 'Prices rose - a little.\n- said he'],
    ['one star', 'Prices* rose.\n* Nominal.'],
    ['a sum', '2 * 3 * 4 = 24'],
    ['a name with underscores', 'snake_case_name and another_name'],
    ['a number sign', 'Issue #5 and #6'],
    ['a script', '#!/bin/sh\n# does it\nls'],
    ['a page', '<html>\n# x'],
    ['a year', 'In\n2020. Exports fell.'],
    ['a reference', '[1] Bank of Russia, 2020.'],
  ])('is plain with %s', (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(false)
  })

  it('brings its footnotes under ids of their own', () => {
    let made = 0
    const { content, footnotes } = readMarkdownText('Words.[^1]\n\n[^1]: A **note**.', () => `n${++made}`)
    expect(JSON.stringify(content)).toContain('"footnote","attrs":{"id":"n1"}')
    expect(footnotes.map(([id, [first]]) => [id, first?.content?.length])).toEqual([['n1', 3]])
  })
})

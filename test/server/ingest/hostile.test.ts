import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../shared/wire/refusal.ts'
import { ingestHere } from '../../support/ingest-here.ts'

/** Far more than any of them takes, far less than what grows with the square would: minutes. */
const CEILING = 30_000

const bring = async (text: string, filename: string): Promise<string> => {
  try {
    const { capture } = await ingestHere({ bytes: new TextEncoder().encode(text), filename })
    return `${capture.blocks.length} blocks`
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
const inPage = (body: string) => `<html><body>${body}</body></html>`
const names = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`).join(' ')

describe('What is built to take for ever', { timeout: CEILING }, () => {
  it.each([
    ['half a million open elements', inPage('<div>'.repeat(500_000))],
    ['rows in rows', inPage('<table><tr><td>a<td>'.repeat(900))],
    ['tables in tables', inPage('<table><tr><td>a'.repeat(100_000))],
    ['more elements than any page has', inPage('<br>'.repeat(500_000))],
    ['an element with a million attributes', inPage(`<p ${names(1_000_000)}>hello`)],
    ['attributes behind a closing bracket in quotes', inPage(`<p x=">" ${names(100_000)}>hello`)],
    ['attributes behind a stray quote', inPage(`<p 'x ${names(100_000)}>hello`)],
    ['attributes without spaces between', inPage(`<p ${'a="x"'.repeat(100_000)}>hello`)],
  ])('is refused as a page: %s', async (_, html) => {
    expect(await bring(html, 'page.html')).toBe('too-large')
  })

  it.each([
    ['a script that is never closed', inPage(`<p>hello</p>${'<script></'.repeat(100_000)}`)],
    ['JSON-LD nested deep', `<script type="application/ld+json">${'['.repeat(500_000)}</script><p>hello`],
    ['white space for a whole page', inPage(`<p>${' '.repeat(5_000_000)}hello`)],
  ])('is read as a page: %s', async (_, html) => {
    expect(await bring(html, 'page.html')).toMatch(/^\d+ blocks$/)
  })

  it.each([
    ['brackets that never close', '[a '.repeat(90_000)],
    ['stars that never close', '*a _b '.repeat(40_000)],
    ['quotes in quotes', `${'> '.repeat(5000)}a\n`.repeat(20)],
    [
      'lists in lists',
      Array.from({ length: 2000 }, (_, i) => `${' '.repeat(2 * i)}- x`)
        .join('\n')
        .slice(0, 290_000),
    ],
    [
      'a table of ten thousand columns',
      `${'|a'.repeat(10_000)}\n${'|-'.repeat(10_000)}\n${'|x\n'.repeat(10_000)}`,
    ],
    [
      'links to thousands of definitions',
      `${Array.from({ length: 3000 }, (_, i) => `[a${i}]: http://x/${i}`).join('\n')}\n\n${Array.from({ length: 1000 }, (_, i) => `[a${i}]`).join('\n\n')}`,
    ],
    ['ten megabytes', 'Exports fell. '.repeat(700_000)],
  ])('is read as Markdown: %s', async (_, text) => {
    expect(await bring(text, 'text.md')).toMatch(/^\d+ blocks$/)
  })

  it.each([
    ['ninety thousand lines', 'hello\n'.repeat(90_000)],
    ['a million blank lines', `a${'\n\t '.repeat(1_000_000)}b`],
    ['one line of ten megabytes', 'hello world. '.repeat(800_000)],
  ])('is read as plain text: %s', async (_, text) => {
    expect(await bring(text, 'text.txt')).toMatch(/^\d+ blocks$/)
  })

  it('is refused as plain text: a million paragraphs', async () => {
    expect(await bring('hello\n'.repeat(1_000_000), 'text.txt')).toBe('too-large')
  })
})

import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { htmlText } from '../../../server/ingest/html-text.ts'
import { ingestHere } from '../../support/ingest-here.ts'

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const blocks = (html: string) => {
  const read = htmlText(html)
  return read.blocks.map((block) => [
    block.level ? `${block.kind} ${block.level}` : block.kind,
    read.text.slice(block.start, block.end),
  ])
}
const LONG =
  'Exports fell by a third in the first half of the year, two officials said, while the port stayed closed. '
    .repeat(3)
    .trim()

const words = async (name: string) => {
  const { capture } = await ingestHere({
    bytes: await readFile(`test/fixtures/articles/${name}`),
    filename: name,
  })
  return capture
}

describe('A web page', () => {
  it('is read as its reader sees it, a block each', () => {
    expect(
      blocks(
        page(
          `<h1>Port reopens</h1><p>Exports <b>fell</b>\n  by a&nbsp;third,<br>two officials said.</p>
           <blockquote><p>Rationing.</p></blockquote><ul><li>cranes<li>tugs</ul><pre>a\n  b</pre>
           <p>He called it <q>rationing</q> with a letter&shy;head.</p>`,
        ),
      ),
    ).toEqual([
      ['heading 1', 'Port reopens'],
      ['paragraph', 'Exports fell by a third,\ntwo officials said.'],
      ['quote', 'Rationing.'],
      ['list-item', 'cranes'],
      ['list-item', 'tugs'],
      ['code', 'a\n  b'],
      ['paragraph', 'He called it “rationing” with a letterhead.'],
    ])
  })

  it('has the cells of a row in one block, but not where a table lays out the page', () => {
    expect(
      blocks(
        page(
          '<table><caption>Exports</caption><tr><th>Year<th>USD bn</tr><tr><td>2024<td><p>79.9</p></table>',
        ),
      ),
    ).toEqual([
      ['caption', 'Exports'],
      ['row', 'Year | USD bn'],
      ['row', '2024 | 79.9'],
    ])
    expect(blocks(page('<table><tr><td><p>One.</p><p>Two.</p></table>'))).toEqual([
      ['paragraph', 'One.'],
      ['paragraph', 'Two.'],
    ])
  })

  it('is read without scripts, styles, menus, forms and what is hidden', () => {
    const { text } = htmlText(
      page(
        `<nav>Home</nav><script>steal()</script><style>p { color: red }</style><p onclick="steal()">Exports fell.</p>
         <p hidden>Hidden.</p><button>Subscribe</button><iframe srcdoc="<p>frame</p>"></iframe><noscript>No script.</noscript>
         <svg><text>drawn</text></svg><template><p>template</p></template><img src=x onerror="steal()" alt="a crane">`,
      ),
    )
    expect(text).toBe('Exports fell.')
  })

  it('gives its article without what stands around it, and with its headline', () => {
    const { text } = htmlText(
      page(
        `<header><a href="/">HarbourLedger</a></header><main><article><h1>Port reopens</h1><p>${LONG}</p><p>${LONG}</p></article></main>
         <aside><p>Subscribe to our newsletter</p></aside><footer><p>About us</p></footer>`,
        '<title>Port reopens</title>',
      ),
    )
    expect(text).toBe(`Port reopens\n\n${LONG}\n\n${LONG}`)
  })

  it('that was saved gives the same words as the article that was pasted', async () => {
    const saved = await words('council.html')
    const pasted = await words('council.txt')
    expect(saved.text).toContain('“rationing with a letterhead”')
    expect(saved.text).not.toMatch(/cookie|<|script/i)
    const paragraphs = pasted.blocks
      .filter((each) => each.kind === 'paragraph')
      .map((each) => pasted.text.slice(each.start, each.end))
    const found = paragraphs.filter((each) => saved.text.includes(each))
    // The last line of the pasted text is a scrap of the page around the article.
    expect(found.length).toBeGreaterThanOrEqual(paragraphs.length - 1)
  })
})

const guess = (head: string, body = '<p>Words.</p>') => htmlText(page(body, head)).guess

describe('What a page says of itself', () => {
  it('is taken from JSON-LD, which may be wrapped in CDATA', () => {
    const json = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'HarbourLedger' },
        {
          '@type': 'NewsArticle',
          headline: 'Port reopens',
          author: [{ '@type': 'Person', name: 'Nadia Brandt' }, { name: 'The news desk' }],
          datePublished: '2025-02-18T23:30:00-05:00',
          publisher: { name: 'HarbourLedger' },
        },
      ],
    }
    expect(
      guess(`<script type="application/ld+json">//<![CDATA[\n${JSON.stringify(json)}\n//]]></script>`),
    ).toEqual({
      type: 'article-newspaper',
      title: 'Port reopens',
      author: [{ family: 'Brandt', given: 'Nadia' }, { literal: 'The news desk' }],
      issued: { 'date-parts': [[2025, 2, 18]] },
      'container-title': 'HarbourLedger',
      language: 'en',
    })
  })

  it('is what it shows as its title, where a description stands in the place of the headline', () => {
    const linked = { '@type': 'Article', name: 'Port of Sorve', headline: 'harbour in Kestria' }
    const titled = (title: string) =>
      htmlText(
        page(
          `<h1>${title}</h1><p>${LONG}</p>`,
          `<title>${title} - Encyclopedia</title><script type="application/ld+json">${JSON.stringify(linked)}</script>`,
        ),
      ).guess.title
    expect(titled('Port of Sorve')).toBe('Port of Sorve')
    expect(titled('Harbour in Kestria')).toBe('harbour in Kestria')
    expect(titled('Another page')).toBe('harbour in Kestria')
  })

  it('is taken from what publishers put into its head', () => {
    expect(
      guess(
        `<title>Port | HarbourLedger</title><meta property="og:title" content="Port reopens"><meta name="author" content="By Cem Oz">
         <meta property="article:published_time" content="2025-02-18"><meta property="og:site_name" content="HarbourLedger">
         <link rel="canonical" href="https://harbour.example/port"><meta name="citation_doi" content="doi:10.1234/port.7">`,
      ),
    ).toEqual({
      type: 'webpage',
      title: 'Port reopens',
      author: [{ family: 'Oz', given: 'Cem' }],
      issued: { 'date-parts': [[2025, 2, 18]] },
      'container-title': 'HarbourLedger',
      URL: 'https://harbour.example/port',
      DOI: '10.1234/port.7',
      language: 'en',
    })
  })

  it('is left out where it is not what it should be', () => {
    expect(
      guess(
        `<title> Port </title><meta name="author" content="https://harbour.example/cem"><meta name="date" content="last week">
         <link rel="canonical" href="javascript:steal()"><script type="application/ld+json">{"@type":"NewsArticle","headline":7,</script>
         <script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"x","author":{"name":{"a":1}}},null]</script>`,
      ),
    ).toMatchObject({ title: 'x' })
    const { author, issued, URL } = guess(
      '<meta name="date" content="last week"><link rel="canonical" href="javascript:steal()">',
    )
    expect([author, issued, URL]).toEqual([undefined, undefined, undefined])
  })
})

/** Pages of our own writing (test/fixtures/pages), each built like what people bring in. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { citationKey } from '../../../shared/brief/source.ts'
import type { CslItem } from '../../../shared/cite/csl.ts'
import { isWall } from '../../../server/ingest/fetch-wall.ts'
import { indexedText, matchQuery, soughtWords } from '../../../server/storage/search-text.ts'
import { ingestHere } from '../../support/ingest-here.ts'

const bring = async (name: string) => {
  const { capture, guess } = await ingestHere({
    bytes: await readFile(`test/fixtures/pages/${name}`),
    filename: name,
  })
  const blocks = capture.blocks.map(({ kind, start, end }) => [kind, capture.text.slice(start, end)])
  return { ...capture, guess, blocks }
}

describe('A publisher’s page', () => {
  it('says in its citation elements what its title and byline do not', async () => {
    const { guess, text } = await bring('journal.html')
    expect(guess).toEqual({
      type: 'article-journal',
      title: 'Who pays for the quay? Port finance in small states',
      author: [
        { family: 'Brandt', given: 'Nadia' },
        { family: 'Oyelaran-Sætre', given: 'Tunde' },
        expect.anything(),
      ],
      issued: { 'date-parts': [[2024, 3, 1]] },
      'container-title': 'Harbour Studies',
      publisher: 'Quayside Press',
      volume: '12',
      issue: '2',
      page: '101-119',
      DOI: '10.5555/harbour.2024.101',
      ISSN: '1234-5679',
      URL: 'https://press.example/harbour/12/2/101',
      language: 'en',
    })
    expect(text).toContain('handled 83.3 million tonnes')
    expect(text).not.toContain('Sign in')
  })
})

describe('A Russian page in its own encoding', () => {
  it('comes out in its letters, with who wrote it, when and where', async () => {
    const { encoding, text, guess } = await bring('port.windows-1251.html')
    expect(encoding).toBe('windows-1251')
    expect(text).toContain('экспорт сократился с 83,3 до 79,9 миллиона долларов')
    expect(text).not.toContain('Главная')
    expect(guess).toMatchObject({
      title: 'Порт Сорве вновь открылся для экспорта',
      author: [{ family: 'Щукина', given: 'Екатерина' }],
      issued: { 'date-parts': [[2025, 3, 12]] },
      'container-title': 'Вестник Сорве',
      language: 'ru',
    })
  })

  it('is the same in koi8-r', async () => {
    const { text } = await bring('port.windows-1251.html')
    const { default: iconv } = await import('iconv-lite')
    const html = iconv.decode(await readFile('test/fixtures/pages/port.windows-1251.html'), 'windows-1251')
    const bytes = iconv.encode(html.replace('windows-1251', 'koi8-r'), 'koi8-r')
    const { capture } = await ingestHere({ bytes, filename: 'port.html' })
    // koi8-r has no guillemets, dashes or copyright signs of windows-1251.
    const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
    expect(capture.encoding).toBe('koi8-r')
    expect(letters(capture.text)).toBe(letters(text))
  })

  it('has a key in Latin letters, and is found by them', async () => {
    const { guess, text } = await bring('port.windows-1251.html')
    expect(citationKey(guess as CslItem, new Set())).toMatch(/^shch?ukina_2025$/)
    expect(indexedText(text).latin).toContain('putilin')
    expect(matchQuery(soughtWords('Putilin'))).toContain('{latin} : "putilin" *')
  })
})

describe('What stands before an article', () => {
  it.each(['wall.html', 'consent.html'])('is told from one: %s', async (name) => {
    const html = await readFile(`test/fixtures/pages/${name}`, 'utf8')
    const { text } = await bring(name)
    expect(isWall({ html, text, address: 'https://post.example/quiet-order' })).toBe(true)
  })

  it('is not seen where there is none', async () => {
    for (const name of ['journal.html', 'council.single-file.html']) {
      const html = await readFile(`test/fixtures/pages/${name}`, 'utf8')
      expect(isWall({ html, text: (await bring(name)).text, address: 'https://post.example/council' })).toBe(
        false,
      )
    }
  })
})

describe('A page that was saved', () => {
  it('as one file of Chrome’s and as SingleFile’s has the same words, without what stood around them', async () => {
    const [chrome, single] = [await bring('council.mhtml'), await bring('council.single-file.html')]
    expect(chrome.mediaType).toBe('multipart/related')
    expect(chrome.text).toBe(single.text)
    expect(chrome.blocks.at(-1)).toEqual(['row', 'Transport | 41'])
    expect(chrome.text).toContain('“rationing with a letterhead”')
    expect(chrome.text).not.toMatch(/advertisement|Home News|SingleFile/)
    for (const { guess } of [chrome, single])
      expect(guess).toMatchObject({
        title: 'A council for the port',
        author: [{ family: 'Brandt', given: 'Nadia' }],
        issued: { 'date-parts': [[2025, 2, 18]] },
      })
  })
})

describe('What was copied', () => {
  it.each(['word-paste.html', 'google-docs-paste.html'])(
    'keeps its headings, list and table, and nothing of its program: %s',
    async (name) => {
      const html = await readFile(`test/fixtures/pages/${name}`)
      const { capture } = await ingestHere({ bytes: html, mediaType: 'text/html' })
      const blocks = capture.blocks.map(({ kind, start, end }) => [kind, capture.text.slice(start, end)])
      const words = (text: string) => text.replace('[1]', '')
      expect(blocks.map(([kind, text]) => [kind, words(text!)])).toEqual([
        ['heading', 'What the order says'],
        ['paragraph', 'The internal order runs to four pages. It creates no council.'],
        ['list-item', 'seven ministries'],
        ['list-item', '41 systems'],
        ['row', 'Ministry | Systems'],
        ['row', 'Transport | 41'],
      ])
    },
  )
})

import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { keptLines, keptNode } from '../../../shared/brief/kept-block.ts'
import { withOrder } from '../../../shared/brief/read.ts'
import { normalBody } from '../../../shared/markdown/normal.ts'
import { fromMarkdown } from '../../../shared/markdown/read.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { doc, node, paragraph, smallBrief, smallContents, text } from '../../support/small-brief.ts'

const file = toMarkdown(smallBrief())
const words = (one: BodyNode): string => one.text ?? (one.content ?? []).map(words).join(' ')
const types = (markdown: string) =>
  (fromMarkdown(markdown).contents.body.content ?? []).map((block) => block.type)

describe('our own export', () => {
  it('restores the brief with every tie', () => {
    const { contents, report } = fromMarkdown(file)
    const { body: _, ...evidence } = smallContents()
    expect(contents).toMatchObject(evidence)
    expect(report).toEqual([])
    expect(toMarkdown(withOrder(contents))).toBe(file)
  })

  it('is read with Windows’ line ends and a byte order mark', () => {
    expect(fromMarkdown(`\uFEFF${file.replace(/\n/g, '\r\n')}`)).toEqual(fromMarkdown(file))
  })

  it('keeps its ties when a sentence is edited by hand', () => {
    const { contents, report } = fromMarkdown(file.replace('short of the goal', 'far short of the goal'))
    expect(words(contents.body)).toContain('far short')
    expect(contents.citations).toEqual(smallContents().citations)
    expect(report).toEqual([])
  })

  it('brings back a table of 200 rows and 50 columns', () => {
    const row = (cell: (column: number) => string) =>
      `| ${Array.from({ length: 50 }, (_, column) => cell(column)).join(' | ')} |\n`
    const sheet =
      row((column) => `Year ${column}`) +
      row(() => '---') +
      Array.from({ length: 199 }, (_, n) => row((column) => String(n * column))).join('')
    const { contents, report } = fromMarkdown(`Before.\n\n${sheet}`)
    expect(report).toEqual([])
    const table = contents.body.content?.find(({ type }) => type === 'table')
    expect(table?.content?.map(({ content }) => content?.length)).toEqual(Array(200).fill(50))
    const again = fromMarkdown(toMarkdown(withOrder(contents)))
    expect([again.contents.body, again.report]).toEqual([contents.body, []])
  })

  it('follows a locator that was edited in a note, and keeps the excerpt', () => {
    const { contents, report } = fromMarkdown(
      file.replace('[^k7f2]: [@oecd_2022, p. 7]', '[^k7f2]: [@oecd_2022, pp. 9-10]'),
    )
    expect(contents.citations.get('k7f2')!.cites).toMatchObject([
      { source: 's1', locator: '9-10', label: 'page', excerpt: 'x1' },
    ])
    expect(report).toEqual(['One citation was edited in the text; sources and locators follow the text.'])
  })

  it('lists a citation whose mark was deleted as unplaced', () => {
    const { contents } = fromMarkdown(file.replace('goal.[^k7f2]', 'goal.'))
    expect(withOrder(contents).order.unplaced.map((r) => r.id)).toEqual(['k7f2', 'lost'])
  })

  it('takes a note that was added by hand, with its words', () => {
    const added = file
      .replace('- One', '- One[^mine]')
      .replace('\n[^k7f2]:', '\n[^mine]: [@unep_2023, p. 3] “new words”\n\n[^k7f2]:')
    const { contents } = fromMarkdown(added)
    const [only] = contents.citations.get('mine')!.cites
    expect(only).toMatchObject({ source: 's2', locator: '3', label: 'page' })
    expect(contents.excerpts.get(only!.excerpt!)).toMatchObject({
      kind: 'attested',
      attested: { words: 'new words' },
    })
  })

  it('lets the text hold where a block with a remainder was edited', () => {
    const odd = smallContents()
    odd.body = {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { dir: 'odd value' }, content: [{ type: 'text', text: 'Fell.' }] },
      ],
    }
    const whole = toMarkdown(withOrder(odd))
    expect(fromMarkdown(whole).contents.body).toEqual(odd.body)
    const { contents, report } = fromMarkdown(whole.replace('\nFell.', '\nRose.'))
    expect(contents.body.content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Rose.' }] }])
    expect(report).toHaveLength(1)
  })

  it('never takes other words from the ties than a person reads in the file', () => {
    const odd = smallContents()
    odd.body = {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { dir: 'odd value' }, content: [{ type: 'text', text: 'Fell.' }] },
      ],
    }
    const forged = toMarkdown(withOrder(odd)).replace('"text":"Fell."', '"text":"Rose to a billion."')
    expect(words(fromMarkdown(forged).contents.body)).toBe('Fell.')
  })

  it('is read without its ties, by keys, locators and the words in the notes', () => {
    const { contents } = fromMarkdown(file.slice(0, file.indexOf('<!-- vouch:ties')))
    const source = [...contents.sources.values()].find((s) => s.key === 'oecd_2022')!
    expect(source.item.title).toBe('Climate Finance')
    expect(source.captures).toEqual([])
    const [only] = contents.citations.get('k7f2')!.cites
    expect(only).toMatchObject({ source: source.id, locator: '7', label: 'page' })
    const excerpt = contents.excerpts.get(only!.excerpt!)!
    expect(excerpt.kind === 'attested' && excerpt.attested.words).toContain('totalled USD 83.3 billion')
    expect(contents.body.content!.map((b) => b.type)).toEqual(
      smallContents().body.content!.map((b) => b.type),
    )
  })

  it('is read after pandoc renumbered its notes and fenced its comments', () => {
    const fenced = file
      .replace(/\[\^k7f2\]/g, '[^1]')
      .replace(/\[\^m3q9\]/g, '[^2]')
      .replace('<!-- cite b8r1 -->\n', '```{=html}\n<!-- cite b8r1 -->\n```\n')
      .replace('<!-- cite t5w0 -->', '`<!-- cite t5w0 -->`{=html}')
      .replace(/<!-- vouch:ties[\s\S]*-->/, (ties) => `\`\`\`{=html}\n${ties}\n\`\`\``)
    const { contents } = fromMarkdown(fenced)
    expect(withOrder(contents).order.placed).toEqual(['k7f2', 'm3q9', 'b8r1', 't5w0'])
    expect(contents.citations).toEqual(smallContents().citations)
  })
})

describe('Markdown from elsewhere', () => {
  it('becomes blocks of every kind', () => {
    const kinds = [
      '# Title',
      'Setext\n===',
      'Text *a* **b** ~~c~~ `d` [e](https://example.org "t")',
      '> quote',
      '- a\n- b\n\n  - c',
      '3. x',
      '```js\ncode\n```',
      '    indented',
      '***',
      '| a | b |\n| :- | -: |\n| 1 | 2 |',
      '- [x] done',
      '<https://example.org>',
    ]
    expect(types(kinds.join('\n\n'))).toEqual([
      'heading',
      'heading',
      'paragraph',
      'blockquote',
      'bulletList',
      'orderedList',
      'codeBlock',
      'codeBlock',
      'horizontalRule',
      'table',
      'taskList',
      'paragraph',
    ])
  })

  it('reads alerts, captions and footnotes as other programs write them', () => {
    const { contents, report } = fromMarkdown(
      [
        '> [!IMPORTANT]\n> Mind *this*.',
        '> [!NOTE]\n> Aside.',
        '| a |\n|---|\n| 1 |\n\n: Of things',
        'Words.[^1]',
        '[^1]: First [@oecd, p. 7].\n\n    Second.',
      ].join('\n\n'),
    )
    const id = contents.body.content?.[3]?.content?.[1]?.attrs?.id as string
    expect(contents.body.content).toEqual([
      node('callout', [paragraph(text('Mind '), text('this', { type: 'italic' }), text('.'))], {
        kind: 'key-judgment',
      }),
      node('callout', [paragraph(text('Aside.'))]),
      node('figure', [
        node('table', [
          node('tableRow', [node('tableHeader', [paragraph(text('a'))])]),
          node('tableRow', [node('tableCell', [paragraph(text('1'))])]),
        ]),
        node('caption', [text('Of things')]),
      ]),
      paragraph(text('Words.'), { type: 'footnote', attrs: { id } }),
    ])
    expect(contents.footnotes.get(id)?.map(words)).toEqual(['First [@oecd, p. 7].', 'Second.'])
    expect(report).toEqual([])
  })

  it('keeps a block of a later version, and gives it back to that version', () => {
    const later = '<!-- block chart -->\n> Exports by year\n'
    const { body } = fromMarkdown(later).contents
    const { name, data } = body.content![0]!.attrs as { name: string; data: string }
    expect([body.content![0]!.type, name]).toEqual(['unknown', 'chart'])
    expect(keptLines(keptNode(data))).toEqual(['Exports by year'])
    expect(toMarkdown(smallBrief({ body }))).toContain(later)
    const known = {
      type: 'unknown',
      attrs: { name: 'paragraph', data: JSON.stringify(paragraph(text('Now known'))) },
    }
    expect(normalBody({ type: 'doc', content: [known] })).toEqual(doc(paragraph(text('Now known'))))
  })

  it('joins wrapped lines and resolves reference links', () => {
    const { contents } = fromMarkdown('One\ntwo [three][r].\n\n[r]: https://example.org')
    expect(contents.body.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'One two ' },
          { type: 'text', text: 'three', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] },
          { type: 'text', text: '.' },
        ],
      },
    ])
  })

  it('takes pandoc’s citations in a quotation', () => {
    const { contents } = fromMarkdown('> It fell.\n>\n> — [@oecd_2022, p. 3]')
    const [quotation] = contents.body.content!
    expect(quotation!.type).toBe('quotation')
    expect(contents.excerpts.get(String(quotation!.attrs!.excerpt))).toMatchObject({
      attested: { words: 'It fell.' },
    })
  })

  it('reads title, authors and date as other programs write them', () => {
    const { contents } = fromMarkdown(
      '---\ntitle: A *B*\nauthor:\n  - name: Ana\n  - Ben\ndate: 2024-03-01\nlang: de\n---\n\nText.',
    )
    expect(contents.about).toMatchObject({
      title: 'A *B*',
      authors: ['Ana', 'Ben'],
      date: '2024-03-01',
      lang: 'de',
    })
  })

  it('is not taken for front matter when it opens with a rule', () => {
    expect(types('---\n\nText: a\n')).toEqual(['horizontalRule', 'paragraph'])
  })

  it('says what it did not understand', () => {
    const { contents, report } = fromMarkdown(
      'A note.[^1] ![Chart](https://example.org/c.png) [x](javascript:alert(1)) <b>bold</b>\n\n<div onclick="x()">words</div>\n\n[^1]: Only words.',
    )
    expect(words(contents.body).replace(/ +/g, ' ')).toBe('A note. Chart x bold words')
    expect([...contents.footnotes.values()].map((all) => all.map(words))).toEqual([['Only words.']])
    expect(report).toEqual([
      'HTML in 3 places was read as plain text.',
      'One picture became links: pictures are not imported.',
      'One link of a kind that is not allowed became plain text; http, https and mailto are.',
    ])
  })

  it('becomes an empty brief when it is empty', () => {
    for (const empty of ['', '\n\n', '---\n---\n', '<!-- nothing -->'])
      expect(fromMarkdown(empty)).toMatchObject({ contents: { body: { type: 'doc' } }, report: [] })
  })
})

const ties = (...lines: string[]) => `Text.\n\n<!-- vouch:ties 1\n${lines.join('\n')}\n-->\n`
const repeat = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length))

describe('a hostile file', () => {
  it('loses the ties that are none, and says how many', () => {
    const { contents, report } = fromMarkdown(
      ties(
        'not a line',
        'cite c1 {"cites":',
        'cite ../x []',
        'excerpt x1 {"source":7}',
        'source s1 []',
        'block xyz [{}]',
        'what c1 {}',
        'cite c2 []',
      ),
    )
    expect([...contents.citations.keys()]).toEqual(['c2'])
    expect(report).toEqual(['7 lines of the ties could not be read and were left out.'])
  })

  it('reaches into no prototype', () => {
    const { contents } = fromMarkdown(
      `---\n__proto__: {"polluted":1}\nreferences:\n  - {"id":"__proto__","type":"x","__proto__":{"polluted":1},"constructor":{"polluted":1}}\n---\n` +
        ties(
          'cite constructor [{"id":"__proto__","__proto__":{"polluted":1}}]',
          'source toString {"id":"constructor","__proto__":{"x":1}}',
        ),
    )
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(contents.citations.get('constructor')!.cites).toHaveLength(1)
  })

  it('puts no address but http, https and mailto behind a link, in the ties neither', () => {
    const odd = smallContents()
    odd.body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { dir: 'odd value' },
          content: [{ type: 'text', text: 'Go.', marks: [{ type: 'link', attrs: { href: 'https://a.b' } }] }],
        },
      ],
    }
    const forged = toMarkdown(withOrder(odd)).replace('"href":"https://a.b"', '"href":"javascript:alert(1)"')
    const restored = JSON.stringify(fromMarkdown(`${forged}\n`).contents.body)
    expect(restored).not.toContain('javascript')
    expect(
      JSON.stringify(
        fromMarkdown('<javascript:alert(1)> [a](data:text/html,x) [b](vbscript:x)').contents.body,
      ),
    ).not.toContain('href')
  })

  it('is read in bounded time and never throws', () => {
    const hostile = [
      repeat('a ', 10_000_000),
      repeat('x\n\n', 10_000_000),
      `---\n${repeat('- &a [*a, *a]\n', 1_000_000)}---\n`,
      ties(repeat('cite a [{]]\n', 2_000_000)),
      repeat('[', 200_000),
      repeat('*a **b ', 200_000),
      repeat('>', 100_000),
      repeat('> ', 300),
      Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n'),
      repeat('![a](', 100_000),
      repeat('|a', 100_000) + '|\n' + repeat('|-', 100_000) + '|\n',
      repeat('\n', 1_000_000),
      repeat('<!-- ', 200_000),
      '\u0000\ud800\ufffe\u202e'.repeat(1000),
      '[^a]: [^a]\n\n[^a]',
    ]
    for (const one of hostile) expect(fromMarkdown(one).contents.body.type).toBe('doc')
  })
})

import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { fromMarkdown } from '../../../shared/markdown/read.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import {
  cited,
  doc,
  node,
  paragraph,
  smallBody,
  smallBrief,
  smallContents,
  text,
} from '../../support/small-brief.ts'

/** The page alone: without front matter, list of sources, notes and ties. */
const page = (...content: BodyNode[]) =>
  toMarkdown(smallBrief({ body: doc(...content), citations: new Map(), checks: new Map() }), {
    evidence: 'none',
  })
    .split('---\n')
    .slice(2)
    .join('---\n')
    .trim()

const turned = <T>(map: Map<string, T>) => new Map([...map].reverse())

describe('a brief as Markdown', () => {
  const file = toMarkdown(smallBrief())

  it('opens with what pandoc compiles it by', () => {
    expect(file.split('\n').slice(0, 11)).toEqual([
      '---',
      'title: "Closing the gap"',
      'author: ["A. Analyst", "B. Analyst"]',
      'date: 2024-03-01',
      'lang: en-GB',
      'handling: "TLP:AMBER"',
      'link-citations: true',
      'suppress-bibliography: true',
      'references:',
      '  - {"id":"oecd_2022","type":"report","title":"Climate Finance","author":[{"literal":"OECD"}],"issued":{"date-parts":[[2022]]},"URL":"https://example.org/a_b"}',
      '  - {"id":"unep_2023","type":"report","title":"Adaptation Gap","author":[{"literal":"UNEP"}]}',
    ])
  })

  it('names its notes by the citations’ ids', () => {
    expect(file).toContain(
      'short of the goal.[^k7f2] It is *very likely* that finance stays <span data-excerpt="x2">below need</span> through 2030.[^m3q9]\n',
    )
  })

  it('puts key, locator, words, speaker and a link to the passage into each note', () => {
    expect(file).toContain(
      '\n[^k7f2]: [@oecd_2022, p. 7] “Climate finance provided and mobilised by developed countries totalled USD 83.3 billion in 2020.” ' +
        '(said by Ana Smith, minister, via a separate briefing) ([passage](https://example.org/a_b#:~:text=Climate%20finance%20provided',
    )
    expect(file).toContain(
      '\n[^m3q9]: [see @unep_2023, p. 42; @oecd_2022, pp. 7-8] “finance is below need”\n',
    )
  })

  it('names the source under a quotation', () => {
    expect(file).toContain(
      '<!-- cite b8r1 -->\n> Climate finance … totalled USD 83.3 billion in 2020.\n>\n> — [@oecd_2022, p. 7]\n',
    )
  })

  it('cites within the cells of a table', () => {
    expect(file).toContain(
      '| Indicator | Value | Source |\n| --- | --: | --- |\n| Finance | USD 83.3 bn | [@oecd_2022, p. 7] <!-- cite t5w0 --> |\n',
    )
  })

  it('lists the cited sources by key, under an anchor each', () => {
    expect(file).toContain(
      '## Sources\n\n- <span id="ref-oecd_2022"></span>**oecd_2022** OECD (2022) *Climate Finance*. <https://example.org/a_b>\n' +
        '- <span id="ref-unep_2023"></span>**unep_2023** UNEP. *Adaptation Gap*.',
    )
  })

  it('lists the sources where the page says, without a second heading', () => {
    const body = doc(
      ...smallBody.content!,
      node('heading', [text('References')], { level: 2 }),
      { type: 'references' },
      paragraph(text('End.')),
    )
    const own = toMarkdown(smallBrief({ body }))
    expect(own).toContain('## References\n\n<!-- references -->\n\n- <span id="ref-oecd_2022">')
    expect(own).not.toContain('## Sources')
  })

  it('holds every tie, one record a line', () => {
    const lines = file.slice(file.indexOf('<!-- vouch:ties 1\n')).split('\n')
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '<!-- vouch:ties',
      'check k7f2',
      'cite b8r1',
      'cite k7f2',
      'cite lost',
      'cite m3q9',
      'cite t5w0',
      'excerpt x1',
      'excerpt x2',
      'source s1',
      'source s2',
      'source s3',
      '-->',
      '',
    ])
    expect(file).toContain(
      '\ncite k7f2 [{"id":"oecd_2022","label":"page","locator":"7","excerpt":"x1","cite":"k0"}]\n',
    )
  })

  it('changes, when a citation is added, only its sentence, its note and its ties', () => {
    const more = smallContents()
    more.citations.set('new1', { ...more.citations.get('t5w0')!, id: 'new1' })
    const body = doc(...smallBody.content!, paragraph(text('New.'), cited('new1')))
    const before = toMarkdown(
      smallBrief({ body: doc(...smallBody.content!, paragraph(text('New.'))) }),
    ).split('\n')
    const after = toMarkdown(smallBrief({ ...more, body })).split('\n')
    expect(after.filter((line) => !before.includes(line))).toEqual([
      'New.[^new1]',
      '[^new1]: [@oecd_2022, p. 7]',
      'cite new1 [{"id":"oecd_2022","label":"page","locator":"7","cite":"k0"}]',
    ])
  })

  it('is the same whatever order the records came in', () => {
    const { sources, citations, excerpts } = smallContents()
    const other = smallBrief({
      sources: turned(sources),
      citations: turned(citations),
      excerpts: turned(excerpts),
    })
    expect(toMarkdown(other)).toBe(file)
  })

  it('gives two sources with one key a and b', () => {
    const { sources } = smallContents()
    for (const one of sources.values()) one.key = 'same'
    const twice = toMarkdown(smallBrief({ sources }))
    expect(twice).toContain('[@samea, p. 7]')
    expect(twice).toContain('[see @sameb, p. 42; @samea, pp. 7-8]')
    expect(fromMarkdown(twice).contents.sources).toEqual(sources)
  })
})

describe('the choices of an export', () => {
  it('cites in the text for pandoc', () => {
    expect(toMarkdown(smallBrief(), { citations: 'pandoc' })).toContain(
      'through 2030. [see @unep_2023, p. 42; @oecd_2022, pp. 7-8] <!-- cite m3q9 -->',
    )
  })

  it('numbers plainly', () => {
    const plain = toMarkdown(smallBrief(), { citations: 'plain' })
    expect(plain).toContain('through 2030. \\[see 2, p. 42; 1, pp. 7-8\\] <!-- cite m3q9, number -->')
    expect(plain).toContain('1. <span id="ref-oecd_2022"></span>**1** OECD (2022)')
  })

  it('leaves the words out of the notes, or all of the evidence out of the file', () => {
    const key = toMarkdown(smallBrief(), { evidence: 'key' })
    expect(key).toContain('\n[^k7f2]: [@oecd_2022, p. 7]\n')
    expect(key).toContain('vouch:ties')
    expect(toMarkdown(smallBrief(), { evidence: 'none' })).not.toMatch(/vouch:ties|x1|provided and mobilised/)
  })

  it('tells people outside the cited words and nothing of the team’s own', () => {
    const outside = toMarkdown(smallBrief(), { audience: 'outside' })
    expect(outside).toContain('“Climate finance provided and mobilised')
    expect(outside).not.toMatch(
      /our own|abab|Before\.|After\.|"2"|lost|It stood here|Never cited|check|Ana |briefing/,
    )
  })
})

describe('prose', () => {
  it.each([
    ['a@b.c and @home', 'a@b.c and \\@home'],
    ['$5 ^ ~ {x} |', '\\$5 \\^ \\~ \\{x\\} \\|'],
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['(a) no list', '(a\\) no list'],
    ['I. Analyst', 'I. Analyst'],
    ['- no list', '\\- no list'],
    ['-5 degrees', '-5 degrees'],
    ['a --> b <!-- c', 'a -\\-> b \\<!-\\- c'],
    ['say <br> now', 'say \\<br> now'],
    ['snake_case _x_', 'snake_case \\_x\\_'],
    ['[…] and [sic] and [link](x)', '[…] and [sic] and \\[link\\](x)'],
    ['AT&T &amp; co', 'AT&T \\&amp; co'],
    ['2 < 3', '2 < 3'],
  ])('%s is written %s', (words, written) => expect(page(paragraph(text(words)))).toBe(written))

  it('moves white space out of emphasis', () => {
    expect(page(paragraph(text('a'), text(' b ', { type: 'bold' }), text('c')))).toBe('a **b** c')
  })

  it('parts stars that would join', () => {
    expect(page(paragraph(text('a', { type: 'italic' }), text('b', { type: 'bold' })))).toBe(
      '*a*<!-- -->**b**',
    )
    expect(page(paragraph(text('a'), text('b.', { type: 'bold' }), text('c')))).toBe('a**b.**<!-- -->c')
  })

  it('breaks lines with a backslash, and with <br> where a line is all there is', () => {
    const broken = [text('a'), { type: 'hardBreak' }, text('1. b')]
    expect(page(paragraph(...broken))).toBe('a\\\n1\\. b')
    expect(page(node('heading', broken))).toBe('# a <br> 1\\. b')
  })

  it('remarks on what Markdown has no sign for', () => {
    expect(page({ ...paragraph(text('So.')), attrs: { claim: 'judgment', dir: 'rtl' } })).toBe(
      '<!-- claim judgment, dir rtl -->\nSo.',
    )
    expect(page({ type: 'paragraph' }, paragraph(text('x')))).toBe('<!-- empty -->\n\nx')
  })

  it('keeps paragraphs of one cell apart', () => {
    const cells = node('tableCell', [paragraph(text('a|b')), paragraph(text('c'))])
    expect(page(node('table', [node('tableRow', [cells])]))).toBe(
      '<!-- headless -->\n| |\n| --- |\n| a\\|b <br><!-- p --> c |',
    )
  })

  it('writes code of any kind', () => {
    expect(page(node('codeBlock', [text('```\nx')], { language: 'js' }))).toBe('````js\n```\nx\n````')
    expect(page(paragraph(text('a`b', { type: 'code' })))).toBe('``a`b``')
  })
})

describe('the blocks of a brief as Markdown', () => {
  const written = (body: BodyNode, footnotes = new Map<string, BodyNode[]>()) =>
    toMarkdown(smallBrief({ body, footnotes, checks: new Map() }), { evidence: 'key' })

  it('reads well where nobody knows Vouch', () => {
    const hash = 'ab'.repeat(32)
    const file = written(
      doc(
        { type: 'tableOfContents' },
        node('heading', [text('One')]),
        node('heading', [text('Two')], { level: 2 }),
        node('taskList', [
          node('taskItem', [paragraph(text('Asked'))], { checked: true }),
          node('taskItem', [paragraph(text('Open'))]),
        ]),
        node('callout', [paragraph(text('Finance stays short.'))], { kind: 'bottom-line' }),
        node('figure', [
          { type: 'picture', attrs: { sha256: hash, alt: 'Two lines', width: 640, height: 480 } },
          node('caption', [text('Fig. 1. Both fall.'), cited('m3q9')]),
        ]),
        node('figure', [
          node('table', [node('tableRow', [node('tableHeader', [paragraph(text('Year'))])])]),
          node('caption', [text('By year')]),
        ]),
        paragraph(text('Nominal.'), { type: 'footnote', attrs: { id: 'n1' } }),
      ),
      new Map([
        ['n1', [paragraph(text('At current prices.'), cited('k7f2')), paragraph(text('See below.'))]],
      ]),
    )
    expect(file.split('\n---\n')[1]?.split('\n<!-- vouch:ties')[0]).toBe(`
<!-- contents -->
- [One](#one)
  - [Two](#two)

# One

## Two

- [x] Asked
- [ ] Open

<!-- callout bottom-line -->
> **Bottom line**
>
> Finance stays short.

<!-- figure 640x480 -->
![Two lines](figures/${hash}.png)\\
Fig. 1. Both fall.[^m3q9]

| Year |
| --- |

Table: By year

Nominal.[^n1]

## Sources

- <span id="ref-oecd_2022"></span>**oecd_2022** OECD (2022) *Climate Finance*. <https://example.org/a_b>
- <span id="ref-unep_2023"></span>**unep_2023** UNEP. *Adaptation Gap*.

[^m3q9]: [see @unep_2023, p. 42; @oecd_2022, pp. 7-8]

[^n1]: At current prices. [@oecd_2022, p. 7] <!-- cite k7f2 -->

    See below.
`)
  })
})

it('carries a style of the brief’s own, and which is chosen, with its ties', () => {
  const own = { style: 'own', ownStyle: '<style>\n<!-- of ours --> & "words" </style>' }
  const file = toMarkdown(smallBrief({ about: { ...smallBrief().about, ...own } }))
  expect(fromMarkdown(file).contents.about).toMatchObject(own)
})

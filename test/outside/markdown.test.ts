import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { BodyNode } from '../../shared/brief/body.ts'
import { withOrder } from '../../shared/brief/read.ts'
import { fromMarkdown } from '../../shared/markdown/read.ts'
import { toMarkdown } from '../../shared/markdown/write.ts'
import { body, words } from '../support/random-body.ts'
import { seedOfRun } from '../support/random.ts'
import { cited, doc, node, paragraph, smallBody, smallBrief, text } from '../support/small-brief.ts'

const seed = seedOfRun()
const folder = mkdtempSync(join(tmpdir(), 'vouch-outside-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a program on a text; what it warns of comes back too. */
const run = (program: string, debianPackage: string, args: string[], input: string) => {
  const { stdout, stderr, status, error } = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (error) throw new Error(`${program} is missing. On Debian: apt install ${debianPackage}`)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return { out: stdout, warnings: stderr }
}
const pandoc = (args: string[], input: string) => run('pandoc', 'pandoc', args, input)
const cmark = (input: string) =>
  run(
    'cmark-gfm',
    'cmark-gfm',
    [
      '--unsafe',
      ...['table', 'strikethrough', 'autolink', 'tagfilter', 'footnotes'].flatMap((e) => ['-e', e]),
    ],
    input,
  ).out

type Inline = { t: string; c?: unknown }
/** How often each kind of element stands in pandoc's tree. */
const kinds = (markdown: string): Map<string, number> => {
  const counts = new Map<string, number>()
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const { t, c } = value as Inline
      if (typeof t === 'string') counts.set(t, (counts.get(t) ?? 0) + 1)
      visit(c)
    }
  }
  visit((JSON.parse(pandoc(['-t', 'json'], markdown).out) as { blocks: unknown }).blocks)
  return counts
}

const withoutFrontMatter = (file: string) => file.replace(/^---\n[\s\S]*?\n---\n/, '')
const unresolved = /\?\?\?|not found|could not|\(\*\*/i

const picturesIn = (one: BodyNode): number =>
  (one.type === 'picture' ? 1 : 0) + (one.content ?? []).reduce((sum, child) => sum + picturesIn(child), 0)

describe(`other programs read our Markdown (seed ${seed})`, () => {
  const file = toMarkdown(smallBrief())

  it('pandoc compiles it to HTML with every citation resolved', () => {
    const { out, warnings } = pandoc(['--citeproc', '-s', '-t', 'html'], file)
    expect(warnings).not.toMatch(/warning/i)
    expect(out).not.toMatch(unresolved)
    expect(out.match(/OECD 2022, 7/g)).toHaveLength(4)
    expect(out).toContain('href="#ref-oecd_2022"')
    expect(out).toContain('id="ref-oecd_2022"')
    expect(out).toContain('“Climate finance provided')
  })

  it('pandoc compiles it to DOCX with every citation and note', () => {
    const target = join(folder, 'brief.docx')
    const { warnings } = pandoc(['--citeproc', '-o', target], file)
    expect(warnings).not.toMatch(/warning/i)
    const read = pandoc(['-f', 'docx', '-t', 'plain', '--wrap=none', target], '').out
    expect(readFileSync(target).byteLength).toBeGreaterThan(1000)
    expect(read).not.toMatch(unresolved)
    expect(read).toMatch(/\(see UNEP[^)]*42; OECD 2022, 7–8\)/)
  })

  it('pandoc’s own Markdown of it is read back with its ties', () => {
    const rewritten = pandoc(['-s', '-t', 'markdown-simple_tables-multiline_tables-grid_tables'], file).out
    const { contents } = fromMarkdown(rewritten)
    expect(withOrder(contents).order.placed).toEqual(['k7f2', 'm3q9', 'b8r1', 't5w0'])
    expect(contents.excerpts).toEqual(smallBrief().excerpts)
    expect(contents.citations).toEqual(smallBrief().citations)
    expect(contents.body.content!.map((block) => block.type)).toEqual(
      smallBody.content!.map((block) => block.type),
    )
  })

  it('GitHub’s reader renders the notes, the table and no comment', () => {
    const html = cmark(withoutFrontMatter(file))
    expect(html.match(/class="footnote-ref"/g)).toHaveLength(2)
    expect(html).toContain('<section class="footnotes"')
    expect(html).toContain('<td align="right">USD 83.3 bn</td>')
    expect(html.replace(/<!--[\s\S]*?-->/g, '')).not.toMatch(/vouch:ties|\[\^/)
  })

  it('nothing in hostile prose becomes a citation, mathematics, a note, a span or another block', () => {
    const line = words.map((w) => w.replace(/[\0\ud800]/g, ''))
    const samples = fc.sample(line, { numRuns: process.env.VOUCH_LONG === '1' ? 4000 : 400, seed })
    const content = samples.map((words_): BodyNode => paragraph(text(words_)))
    const page = toMarkdown(smallBrief({ body: doc(...content), citations: new Map(), checks: new Map() }), {
      evidence: 'none',
    })
    const found = kinds(page)
    expect(
      Object.fromEntries(
        [...found].filter(
          ([kind]) =>
            ![
              'Para',
              'Str',
              'Space',
              'SoftBreak',
              'Quoted',
              'DoubleQuote',
              'SingleQuote',
              'RawBlock',
            ].includes(kind),
        ),
      ),
    ).toEqual({})
    expect(found.get('Para')! + (found.get('RawBlock') ?? 0)).toBe(samples.length)
  })

  it('hostile words within headings, cells, items, links and marks become nothing else either', () => {
    const samples = fc.sample(body, { numRuns: process.env.VOUCH_LONG === '1' ? 600 : 60, seed })
    for (const one of samples) {
      const page = toMarkdown(smallBrief({ body: one, citations: new Map(), checks: new Map() }), {
        evidence: 'none',
      })
      const found = kinds(page)
      for (const kind of ['Math', 'Cite', 'Superscript', 'Subscript', 'DefinitionList', 'LineBlock'])
        expect([kind, found.get(kind)]).toEqual([kind, undefined])
      // Those that are pictures, and no other.
      expect(['Image', found.get('Image') ?? 0]).toEqual(['Image', picturesIn(one)])
    }
  })

  it('hostile words in titles, names and locators are cited and resolved too', () => {
    const brief = smallBrief({
      body: doc(paragraph(text('Cited.'), cited('k7f2'), cited('m3q9')), node('heading', [text('1. A')])),
    })
    for (const source of brief.sources.values())
      source.item = {
        type: 'report',
        title: '1. $5 and $6, @home [x]^2^ ~y~ *z* #1',
        author: [{ literal: '- *A* $x$ @b' }],
        issued: { 'date-parts': [[2022]] },
      }
    for (const record of brief.citations.values())
      for (const cite of record.cites)
        Object.assign(cite, { prefix: 'see; [@x]', suffix: '$1 and $2; @y', locator: '7', label: 'page' })
    const markdown = toMarkdown(brief)
    const { out, warnings } = pandoc(['--citeproc', '-s', '-t', 'html', '--mathml'], markdown)
    expect(warnings).not.toMatch(/not found|citeproc/i)
    expect(out).not.toMatch(/<math|\?\?\?|<sub>/)
    expect(out).toContain('- *A* $x$ @b')
    expect(kinds(markdown).get('Cite')).toBe(2)
    expect(kinds(markdown).get('Superscript')).toBeUndefined()
  })

  it('the ties stay a comment whatever they hold', () => {
    const brief = smallBrief()
    for (const excerpt of brief.excerpts.values())
      excerpt.note = '--> <script>alert(1)</script> --!> <!-- `x`'
    const markdown = toMarkdown(brief)
    writeFileSync(join(folder, 'ties.md'), markdown)
    expect(cmark(withoutFrontMatter(markdown)).replace(/<!--[\s\S]*?-->/g, '')).not.toContain('alert')
    expect(
      execFileSync('pandoc', ['-t', 'plain', join(folder, 'ties.md')], { encoding: 'utf8' }),
    ).not.toContain('alert')
  })
})

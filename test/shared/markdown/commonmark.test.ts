/**
 * Files from elsewhere: the examples of the CommonMark specification 0.31.2, each read, written and read again, and
 * held against what the specification says it shows.
 */
import { tests as examples } from 'commonmark-spec'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { withOrder } from '../../../shared/brief/read.ts'
import { canonicalJson } from '../../../shared/markdown/json.ts'
import { fromMarkdown } from '../../../shared/markdown/read.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'

type Example = { markdown: string; html: string; number: number }

const withTabs = (text: string) => text.replaceAll('→', '\t')

const readExample = ({ markdown }: Example) => fromMarkdown(withTabs(markdown)).contents

const wordsOf = (node: BodyNode): string => node.text ?? (node.content ?? []).map(wordsOf).join(' ')

const lettersOnly = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** What the specification shows: pictures by their alternative text, as a brief keeps one that it does not hold. */
const shown = ({ html }: Example) => {
  const { document } = parseHTML(`<html><body>${withTabs(html)}</body></html>`)
  // What runs or styles is no text of the page.
  for (const element of document.querySelectorAll('script, style')) element.remove()
  for (const img of document.querySelectorAll('img')) img.replaceWith(img.getAttribute('alt') ?? '')
  return document.body
}

const TAGS: Record<string, (node: BodyNode) => string> = {
  heading: ({ attrs }) => `h${attrs?.level ?? 1}`,
  bulletList: () => 'ul',
  taskList: () => 'ul',
  orderedList: () => 'ol',
  listItem: () => 'li',
  taskItem: () => 'li',
  blockquote: () => 'blockquote',
  codeBlock: () => 'pre',
  horizontalRule: () => 'hr',
  hardBreak: () => 'br',
}

const outlineOf = (node: BodyNode): string[] => [
  ...(TAGS[node.type] ? [TAGS[node.type]!(node)] : []),
  ...(node.content ?? []).flatMap(outlineOf),
]

/** Of raw HTML the words are read and the elements are not. */
const hasHtml = ({ markdown }: Example) =>
  fromMarkdown(withTabs(markdown)).report.some((sentence) => sentence.startsWith('HTML'))

/** Two rules that open a file are front matter without a field, for us as for other programs that know it. */
const EMPTY_FRONT_MATTER = '---\n---\n'

describe('files in plain CommonMark', () => {
  it('are tried with each example of the specification', () => {
    expect(examples).toHaveLength(652)
  })

  it('read, written and read again are the same brief, and the same bytes', () => {
    for (const one of examples) {
      const read = readExample(one)
      const written = toMarkdown(withOrder(read))
      const again = fromMarkdown(written)
      expect([one.number, canonicalJson(again.contents.body)]).toEqual([one.number, canonicalJson(read.body)])
      expect([one.number, again.report]).toEqual([one.number, []])
      expect([one.number, toMarkdown(withOrder(again.contents))]).toEqual([one.number, written])
    }
  })

  it('lose no word', () => {
    for (const one of examples)
      expect([one.number, lettersOnly(wordsOf(readExample(one).body))]).toEqual([
        one.number,
        lettersOnly(shown(one).textContent ?? ''),
      ])
  })

  it('keep headings, lists, quotations, code, rules and breaks as they stand', () => {
    for (const one of examples.filter((each) => !hasHtml(each) && each.markdown !== EMPTY_FRONT_MATTER))
      expect([one.number, outlineOf(readExample(one).body)]).toEqual([
        one.number,
        Array.from(
          shown(one).querySelectorAll('h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,pre,hr,br'),
          (element) => element.tagName.toLowerCase(),
        ),
      ])
  })
})

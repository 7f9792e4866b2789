/** The list of headings that stands where a table of contents does. An import takes it for what it is and leaves it out. */
import type { List, ListItem } from 'mdast'
import type { BodyNode } from '../brief/body.ts'
import { escapeAddress, escapeProse } from './escape.ts'

export type Heading = { level: number; words: string }

/** The headings of a body that have words, in document order. */
export const headingsOf = (node: BodyNode): Heading[] => {
  if (node.type !== 'heading') return (node.content ?? []).flatMap(headingsOf)
  const words = (node.content ?? [])
    .map((child) => child.text ?? ' ')
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
  const level = typeof node.attrs?.level === 'number' ? node.attrs.level : 1
  return words ? [{ level, words }] : []
}

/** As a Git host makes the anchors of headings. */
const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replace(/ /g, '-')

type Entry = { level: number; line: string; children: Entry[] }

/** Null when there is no heading. `paragraph` makes one of a ready line. */
export const contentsList = (body: BodyNode, paragraph: (line: string) => ListItem['children'][number]) => {
  const seen = new Map<string, number>()
  const roots: Entry[] = []
  const open: Entry[] = []
  for (const { level, words } of headingsOf(body)) {
    const anchor = slug(words)
    const times = seen.get(anchor) ?? 0
    seen.set(anchor, times + 1)
    const address = escapeAddress(`#${anchor}${times > 0 ? `-${times}` : ''}`)
    const entry = { level, line: `[${escapeProse(words)}](${address})`, children: [] }
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
    ;(open.at(-1)?.children ?? roots).push(entry)
    open.push(entry)
  }
  const list = (entries: Entry[]): List => ({
    type: 'list',
    ordered: false,
    spread: false,
    children: entries.map(({ line, children }) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(line), ...(children.length ? [list(children)] : [])],
    })),
  })
  return roots.length ? list(roots) : null
}

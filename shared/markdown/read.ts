/**
 * Markdown as a brief: our own export, with every tie; the same after edits by hand or by pandoc; a plain file
 * from elsewhere. Never throws for a text: what is not understood is said in the report.
 */
import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast'
import { type About, about as aboutShape } from '../brief/about.ts'
import type { BodyNode } from '../brief/body.ts'
import { footnoteIds } from '../brief/footnotes.ts'
import type { BriefContents } from '../brief/read.ts'
import { type Evidence, openEvidence } from './evidence.ts'
import { canonicalJson } from './json.ts'
import { fitsSchema, normalBody, normalFootnote } from './normal.ts'
import { readBlocks, readNoteBlocks } from './read-blocks.ts'
import { splitFrontMatter } from './read-front-matter.ts'
import type { Note } from './read-inline.ts'
import { splitTies, type Ties } from './read-ties.ts'
import { apart, applyRemainder, bodyAndNotes } from './remainder.ts'
import { newReport, type Report } from './report.ts'
import { parseTree } from './tree.ts'

export type ReadMarkdown = {
  contents: BriefContents
  /** What was not understood, a sentence each; empty for an export as it came. */
  report: string[]
}

/** More no editor opens; the rest of the words stands in the last one. */
const MOST_PARAGRAPHS = 20_000

/** A file that is no Markdown we can parse: its paragraphs, as they are. */
const paragraphsOf = (text: string): BodyNode => {
  const content = text
    .split(/\n[ \t]*\n/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '')
    .map((block, i, all) => (i === MOST_PARAGRAPHS - 1 ? all.slice(i).join(' ') : block))
    .slice(0, MOST_PARAGRAPHS)
    .map((block): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text: block }] }))
  return content.length ? { type: 'doc', content } : { type: 'doc' }
}

type Defined = { definitions: Map<string, Definition>; notes: FootnoteDefinition[] }

const defined = (tree: Root): Defined => {
  const found: Defined = { definitions: new Map(), notes: [] }
  const visit = (node: RootContent) => {
    if (node.type === 'definition' && !found.definitions.has(node.identifier))
      found.definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition') found.notes.push(node)
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
      for (const child of node.children) visit(child)
  }
  for (const node of tree.children) visit(node)
  return found
}

/** The text of a footnote as it stands in the file. */
const rawNote = (note: FootnoteDefinition, page: string): string => {
  const from = note.children[0]?.position?.start.offset
  const to = note.children.at(-1)?.position?.end.offset
  return from === undefined || to === undefined ? '' : page.slice(from, to)
}

type Page = Pick<BriefContents, 'body' | 'footnotes'>

const readPage = (page: string, evidence: Evidence, report: Report): Page => {
  const tree = parseTree(page, report)
  if (!tree) return { body: paragraphsOf(page), footnotes: new Map() }
  const { definitions, notes: written } = defined(tree)
  for (const [, id] of page.matchAll(/<!-- cite ([A-Za-z][\w-]{0,63})[ ,]/g)) evidence.claim(id!)
  const notes = new Map<string, Note>()
  const texts = new Map<string, FootnoteDefinition>()
  // Labels are compared as Markdown does, their letters' case aside; ours are told apart by it.
  for (const note of written) {
    const label = note.label ?? note.identifier
    if (notes.has(label)) continue
    const raw = rawNote(note, page)
    const read = evidence.readNote(label, raw)
    notes.set(label, read)
    if (read.is === 'footnote' && !raw.includes('<!-- no text -->')) texts.set(read.id, note)
  }
  const { group, quote, excerptOf } = evidence
  const context = { page, notes, definitions, report, group, quote, excerptOf }
  const body = readBlocks(tree, context)
  const named = new Set(footnoteIds(body))
  const footnotes = new Map(
    [...texts].flatMap(([id, { children }]) =>
      named.has(id) ? [[id, normalFootnote(readNoteBlocks(children, context))] as const] : [],
    ),
  )
  return { body, footnotes }
}

const plainText = (node: BodyNode): string => node.text ?? (node.content ?? []).map(plainText).join(' ')

/** The last word has the schema: a block that it does not take becomes its words. */
const fitting = (body: BodyNode, report: Report): BodyNode => {
  if (!body.content || fitsSchema(body)) return body
  const content = body.content.flatMap((block) => {
    if (fitsSchema({ type: 'doc', content: [block] })) return [block]
    report.note('shape')
    return paragraphsOf(plainText(block)).content ?? []
  })
  return content.length ? { type: 'doc', content } : { type: 'doc' }
}

/** What front matter could not hold, where nobody changed it since. */
const restoredAbout = (read: About, ties: Ties): About => {
  const fields: Record<string, unknown> = { ...read }
  for (const [field, [shown, real]] of ties.about)
    if (Object.hasOwn(fields, field) && canonicalJson(fields[field]) === canonicalJson(shown))
      fields[field] = real
  return aboutShape.parse(fields)
}

export const fromMarkdown = (text: string): ReadMarkdown => {
  const report = newReport()
  // U+FEFF is a mark of the file, not a character of the text.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { ties, rest: tieless } = splitTies(plain, report)
  // Hundreds of empty lines mean what two mean, and cost the parser minutes.
  const front = splitFrontMatter(tieless.replace(/\n{200,}/g, '\n\n'), report)
  const evidence = openEvidence(front, ties, report)
  const page = readPage(front.rest, evidence, report)
  const shown = { body: fitting(normalBody(page.body), report), footnotes: page.footnotes }
  const { body, footnotes } = apart(applyRemainder(bodyAndNotes(shown), ties, report), [
    ...shown.footnotes.keys(),
  ])
  const { sources, excerpts, citations, checks } = evidence
  const about = restoredAbout(front.about, ties)
  return {
    contents: { about, body, footnotes, sources, excerpts, citations, checks },
    report: report.sentences(),
  }
}

/**
 * A body in its normal form: what two bodies must share to be the same page. Ids of blocks are left out, being
 * addresses within one document, and so is what a picture is called on the device where it waits: in a file it is missing. So are
 * attributes at their defaults and what the schema does not know.
 */
import type { BodyMark, BodyNode } from '../brief/body.ts'
import { keep, keptNode } from '../brief/kept-block.ts'
import { textBlocks } from '../brief/text-block.ts'
import { childrenOf } from '../editor/allowed.ts'
import { BLOCKS_WITH_ID, LINK_PROTOCOLS, schema } from '../editor/schema.ts'
import { canonicalJson } from './json.ts'

const isInline = (type: string) => schema.nodes[type]?.isInline === true

/** Only addresses that a link may have: http, https, mailto. */
export const isLinkAddress = (href: unknown): href is string =>
  typeof href === 'string' && LINK_PROTOCOLS.some((protocol) => href.toLowerCase().startsWith(`${protocol}:`))

const normalAttrs = (
  attrs: Record<string, unknown> | undefined,
  known: Record<string, { default?: unknown }> | null | undefined,
  skip: (name: string) => boolean,
): Record<string, unknown> | undefined => {
  const kept = Object.entries(known ?? {}).flatMap(([name, { default: usual }]) => {
    if (skip(name) || !attrs || !Object.hasOwn(attrs, name)) return []
    const value = attrs[name]
    return value === null || value === undefined || value === usual ? [] : [[name, value] as const]
  })
  return kept.length ? Object.fromEntries(kept) : undefined
}

const OF_A_DEVICE = new Set(['waiting', 'from'])
const LINK_EXTRAS = new Set(['target', 'rel', 'class'])

const normalMark = (mark: BodyMark): BodyMark[] => {
  const type = schema.marks[mark.type]
  if (!type) return []
  if (mark.type === 'link' && !isLinkAddress(mark.attrs?.href)) return []
  const attrs = normalAttrs(
    mark.attrs,
    type.spec.attrs,
    (name) => mark.type === 'link' && LINK_EXTRAS.has(name),
  )
  return [attrs ? { type: mark.type, attrs } : { type: mark.type }]
}

export const normalMarks = (marks: readonly BodyMark[] | undefined): BodyMark[] => {
  const known = (marks ?? []).flatMap(normalMark)
  const once = known.filter((m, i) => known.findIndex((o) => o.type === m.type) === i)
  const kept = once.some((m) => m.type === 'code') ? once.filter((m) => m.type === 'code') : once
  return kept.sort((a, b) => (a.type < b.type ? -1 : 1))
}

/** Whether two sets of normal marks are the same. */
export const sameMarks = (a: BodyMark[] | undefined, b: BodyMark[] | undefined): boolean =>
  JSON.stringify(a ?? []) === JSON.stringify(b ?? [])

/** Joins neighbouring text of the same marks and drops empty text. */
export const joinText = (nodes: BodyNode[]): BodyNode[] => {
  const joined: BodyNode[] = []
  for (const node of nodes) {
    if (node.text === '') continue
    const last = joined.at(-1)
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last.marks, node.marks))
      joined[joined.length - 1] = { ...last, text: last.text + node.text }
    else joined.push(node)
  }
  return joined
}

const plainText = (node: BodyNode): string => node.text ?? (node.content ?? []).map(plainText).join('')

/** Blocks that make sense in one place alone. Elsewhere their words stay. */
const BOUND: Record<string, string> = { picture: 'figure', caption: 'figure', footnoteText: '' }

/** A figure is something to look at and the words under it; without the first, the words are a paragraph. */
const normalFigure = (figure: BodyNode): BodyNode[] => {
  const content = figure.content ?? []
  const shown = content.find(({ type }) => type === 'picture' || type === 'table')
  const words = joinText(content.flatMap((child) => (child.type === 'caption' ? (child.content ?? []) : [])))
  const caption: BodyNode = words.length ? { type: 'caption', content: words } : { type: 'caption' }
  if (shown) return [{ ...figure, content: [shown, caption] }]
  return words.length ? [{ type: 'paragraph', content: words }] : []
}

/** What a later version made is kept as it is, where any block may stand. */
const kept = (node: BodyNode, parent: string): BodyNode | null =>
  schema.nodes[node.type] === undefined && childrenOf(parent).has('unknown')
    ? keep(node, canonicalJson)
    : null

const normalNode = (given: BodyNode, parent: string): BodyNode[] => {
  const inside = given.type === 'unknown' ? keptNode(given.attrs?.data) : null
  // A file that an older version kept for us.
  const node = inside && schema.nodes[inside.type] && inside.type !== 'unknown' ? inside : given
  const type =
    BOUND[node.type] === undefined || BOUND[node.type] === parent ? schema.nodes[node.type] : undefined
  if (!type) {
    const whole = kept(node, parent)
    if (whole) return [whole]
    // Its blocks, or its words, stay on the page.
    const content = (node.content ?? []).flatMap((child) => normalNode(child, parent))
    if (content.every((child) => !isInline(child.type))) return content
    return [{ type: 'paragraph', content: joinText(content.filter((child) => isInline(child.type))) }]
  }
  if (type.isText) {
    if (!node.text) return []
    const marks = normalMarks(node.marks)
    return [marks.length ? { type: 'text', text: node.text, marks } : { type: 'text', text: node.text }]
  }
  const normal: BodyNode = { type: node.type }
  const attrs = normalAttrs(
    node.attrs,
    type.spec.attrs,
    (name) =>
      (name === 'id' && BLOCKS_WITH_ID.includes(node.type)) ||
      (node.type === 'picture' && OF_A_DEVICE.has(name)),
  )
  if (attrs) normal.attrs = attrs
  const marks = type.isInline ? normalMarks(node.marks) : []
  if (marks.length) normal.marks = marks
  if (type.isLeaf) return [normal]
  if (node.type === 'codeBlock') {
    const text = (node.content ?? []).map(plainText).join('')
    if (text) normal.content = [{ type: 'text', text }]
    return [normal]
  }
  const content = (node.content ?? []).flatMap((child) => normalNode(child, node.type))
  const fitting = type.inlineContent
    ? joinText(content.filter((child) => isInline(child.type)))
    : content.filter((child) => !isInline(child.type))
  if (fitting.length) normal.content = fitting
  return node.type === 'figure' ? normalFigure(normal) : [normal]
}

export const normalBody = (body: BodyNode): BodyNode => {
  const content = (body.content ?? [])
    .flatMap((node) => normalNode(node, 'doc'))
    .filter((node) => !isInline(node.type))
  return content.length ? { type: 'doc', content } : { type: 'doc' }
}

const withoutMarks = (inline: readonly BodyNode[]): BodyNode[] =>
  joinText(inline.filter(({ type }) => type !== 'footnote'))

/** The paragraphs of a footnote in their normal form: nothing but paragraphs, at least one, and no notes of its own. */
export const normalFootnote = (text: readonly BodyNode[]): BodyNode[] => {
  const paragraphs = (node: BodyNode): BodyNode[] => {
    if (!textBlocks.has(node.type)) return (node.content ?? []).flatMap(paragraphs)
    const { content, ...rest } =
      node.type === 'paragraph' ? node : { content: node.content, type: 'paragraph' }
    const words = withoutMarks(content ?? [])
    return [words.length ? { ...rest, content: words } : rest]
  }
  const all = (normalBody({ type: 'doc', content: [...text] }).content ?? []).flatMap(paragraphs)
  return all.length ? all : [{ type: 'paragraph' }]
}

/** Whether the schema takes the body as it is. */
export const fitsSchema = (body: BodyNode): boolean => {
  try {
    schema.nodeFromJSON(body).check()
    return true
  } catch {
    return false
  }
}

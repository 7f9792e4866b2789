/**
 * A body in its normal form: what two bodies must share to be the same page. Ids of blocks are left out, being
 * addresses within one document; so are attributes at their defaults and what the schema does not know.
 */
import type { BodyMark, BodyNode } from '../brief/body.ts'
import { BLOCKS_WITH_ID, LINK_PROTOCOLS, schema } from '../editor/schema.ts'

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

const normalNode = (node: BodyNode): BodyNode[] => {
  const type = schema.nodes[node.type]
  if (!type) {
    // A node from a later schema: its blocks, or its words, stay on the page.
    const content = (node.content ?? []).flatMap(normalNode)
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
    (name) => name === 'id' && BLOCKS_WITH_ID.includes(node.type),
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
  const content = (node.content ?? []).flatMap(normalNode)
  const fitting = type.inlineContent
    ? joinText(content.filter((child) => isInline(child.type)))
    : content.filter((child) => !isInline(child.type))
  if (fitting.length) normal.content = fitting
  return [normal]
}

export const normalBody = (body: BodyNode): BodyNode => {
  const content = (body.content ?? []).flatMap(normalNode).filter((node) => !isInline(node.type))
  return content.length ? { type: 'doc', content } : { type: 'doc' }
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

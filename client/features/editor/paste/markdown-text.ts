/** Text written as Markdown, as blocks for the page. Loaded when there is some. */
import type { BodyNode } from '../../../../shared/brief/body.ts'
import { fromMarkdown } from '../../../../shared/markdown/read.ts'

export type MarkdownText = { content: BodyNode[]; footnotes: [string, BodyNode[]][] }

/** Footnotes get ids of their own; citations have no evidence here, and are left out. */
export const readMarkdownText = (text: string, newId: () => string): MarkdownText => {
  const { body, footnotes } = fromMarkdown(text).contents
  const ids = new Map([...footnotes.keys()].map((id) => [id, newId()]))
  const fresh = (node: BodyNode): BodyNode[] => {
    if (node.type === 'citation') return []
    const id = ids.get(String(node.attrs?.id ?? ''))
    if (node.type === 'footnote') return id ? [{ ...node, attrs: { ...node.attrs, id } }] : []
    return [node.content ? { ...node, content: node.content.flatMap(fresh) } : node]
  }
  return {
    content: (body.content ?? []).flatMap(fresh),
    footnotes: [...footnotes].map(([id, paragraphs]) => [ids.get(id)!, paragraphs.flatMap(fresh)]),
  }
}

/**
 * Where a style writes into the line, a citation stands before the full stop that ends its sentence; in the document it stands
 * after it, as the number of a note does. Only what is written moves: the document stays.
 */
import type { BodyNode } from '../brief/body.ts'

/** A single full stop, also of Chinese and Japanese; three of them are no end, and one within quotation marks stays there. */
const STOP = /(?<![.。．])[.。．]$/u
/** Within these the stop is part of what they mark. */
const KEPT_WHOLE = new Set(['code', 'link', 'quoted'])

/** The stop at the end of a text, one character, behind which a citation goes; null where none does. `marks` are those of the text. */
export const closingStop = (text: string, marks: readonly string[] = []): string | null =>
  marks.some((mark) => KEPT_WHOLE.has(mark)) ? null : (STOP.exec(text)?.[0] ?? null)

export const beforeStop = (node: BodyNode): BodyNode =>
  node.content ? { ...node, content: moved(node.content.map(beforeStop)) } : node

const isCitation = (node: BodyNode | undefined): boolean => node?.type === 'citation'

const moved = (content: BodyNode[]): BodyNode[] => {
  const nodes: BodyNode[] = []
  for (let at = 0; at < content.length;) {
    const node = content[at]!
    let end = at + 1
    while (isCitation(content[end])) end++
    const text = node.text ?? ''
    const stop =
      end > at + 1 &&
      !isCitation(node) &&
      closingStop(
        text,
        node.marks?.map(({ type }) => type),
      )
    if (stop) {
      const words = text.slice(0, -stop.length)
      if (words) nodes.push({ ...node, text: words })
      nodes.push(...content.slice(at + 1, end), { ...node, text: stop })
    } else nodes.push(...content.slice(at, end))
    at = end
  }
  return nodes
}

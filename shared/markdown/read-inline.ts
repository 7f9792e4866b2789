/** Phrasing content of a syntax tree as the inline content of a block. */
import type { Definition, PhrasingContent } from 'mdast'
import type { BodyMark, BodyNode } from '../brief/body.ts'
import { ID_PATTERN } from '../brief/id.ts'
import { readRemarks } from './comment.ts'
import { isLinkAddress, joinText, normalMarks } from './normal.ts'
import type { Report } from './report.ts'

/** What a footnote mark stands for. */
export type Note = { is: 'citation'; id: string } | { is: 'footnote'; id: string; text: string }

export type InlineContext = {
  /** The text that the tree was read from. */
  page: string
  notes: ReadonlyMap<string, Note>
  /** What is read is the text of a note, which has no notes of its own. */
  inNote?: boolean
  definitions: ReadonlyMap<string, Definition>
  /** A citation that stands in the text with its group before it. Returns its id, null if it can be none. */
  group: (id: string, group: string) => string | null
  report: Report
}

/** Parts two paragraphs of one cell. */
export const SPLIT = 'split'

/** Groups and numbers, as an export writes them before the comment that names the citation. */
const GROUP_BEFORE = / ?(\[[^[\]]*\]) ?$/

const withMarks = (node: BodyNode, marks: readonly BodyMark[]): BodyNode => {
  const normal = normalMarks(marks)
  return normal.length ? { ...node, marks: normal } : node
}

/** A block's content; `SPLIT` nodes stand in it only for a cell. */
export const readInline = (content: readonly PhrasingContent[], context: InlineContext): BodyNode[] => {
  const out: BodyNode[] = []
  let quoted: BodyMark | null = null
  let afterBreak = false

  const put = (node: BodyNode, marks: readonly BodyMark[]) => {
    out.push(withMarks(node, quoted ? [...marks, quoted] : marks))
  }
  const putText = (text: string, marks: readonly BodyMark[]) => {
    const whole = afterBreak ? text.replace(/^ /, '') : text
    if (text) afterBreak = false
    if (whole) put({ type: 'text', text: whole }, marks)
  }
  /** Takes what `pattern` finds off the end of the text so far. */
  const takeOff = (pattern: RegExp): RegExpExecArray | null => {
    let from = out.length
    while (from > 0 && out[from - 1]!.text !== undefined) from--
    const last = out.at(-1)
    const found = from < out.length && last?.text !== undefined ? pattern.exec(last.text) : null
    if (!found || last?.text === undefined) return null
    const left = last.text.slice(0, found.index)
    if (left) out[out.length - 1] = { ...last, text: left }
    else out.pop()
    return found
  }
  const html = (value: string, marks: readonly BodyMark[]) => {
    if (/^<!--\s*-->$/.test(value)) return
    const remarks = readRemarks(value)
    const id = remarks?.get('cite')
    if (id !== undefined) {
      const group = takeOff(GROUP_BEFORE)?.[1] ?? ''
      const known = ID_PATTERN.test(id) ? context.group(id, remarks?.has('number') ? '' : group) : null
      if (known === null) putText(group, marks)
      else put({ type: 'citation', attrs: { id: known } }, marks)
    } else if (remarks?.has('p')) {
      if (out.at(-1)?.type === 'hardBreak') out.pop()
      out.push({ type: SPLIT })
      afterBreak = true
    } else if (/^<br\s*\/?>$/i.test(value)) {
      takeOff(/ $/)
      put({ type: 'hardBreak' }, marks)
      afterBreak = true
    } else if (/^<(?:span|q) data-excerpt(?:="[^"]*")?>$/i.test(value)) {
      const excerpt = /="([^"]*)"/.exec(value)?.[1]
      quoted =
        excerpt && ID_PATTERN.test(excerpt) ? { type: 'quoted', attrs: { excerpt } } : { type: 'quoted' }
    } else if (/^<\/(?:span|q)>$/i.test(value) && quoted) quoted = null
    else context.report.note('html')
  }
  const link = (
    url: string,
    title: string | null | undefined,
    children: PhrasingContent[],
    marks: BodyMark[],
  ) => {
    if (!isLinkAddress(url)) {
      context.report.note('links')
      walk(children, marks)
    } else walk(children, [...marks, { type: 'link', attrs: title ? { href: url, title } : { href: url } }])
  }
  const picture = (url: string, alt: string, marks: BodyMark[]) => {
    context.report.note('images')
    const address: BodyMark[] = isLinkAddress(url) ? [{ type: 'link', attrs: { href: url } }] : []
    putText(alt || (address.length ? url : ''), [...marks, ...address])
  }
  const walk = (nodes: readonly PhrasingContent[], marks: BodyMark[]): void => {
    let skip = ''
    for (const [i, node] of nodes.entries()) {
      switch (node.type) {
        case 'text': {
          const value = skip && node.value.startsWith(skip) ? node.value.slice(skip.length) : node.value
          skip = ''
          putText(value.replace(/[ \t]*\r?\n[ \t]*/g, ' '), marks)
          break
        }
        case 'strong':
          walk(node.children, [...marks, { type: 'bold' }])
          break
        case 'emphasis':
          walk(node.children, [...marks, { type: 'italic' }])
          break
        case 'delete':
          walk(node.children, [...marks, { type: 'strike' }])
          break
        case 'inlineCode': {
          // Pandoc writes a comment as `<!-- … -->`{=html}.
          const next = nodes[i + 1]
          const at = next?.position?.start.offset
          // We escape the brace: a page that says `{=html}` itself is none of pandoc's.
          if (at !== undefined && context.page.startsWith('{=html}', at)) {
            html(node.value, marks)
            skip = '{=html}'
          } else putText(node.value, [{ type: 'code' }])
          break
        }
        case 'break':
          put({ type: 'hardBreak' }, marks)
          break
        case 'html':
          html(node.value, marks)
          break
        case 'link':
          link(node.url, node.title, node.children, marks)
          break
        case 'linkReference': {
          const definition = context.definitions.get(node.identifier)
          if (definition) link(definition.url, definition.title, node.children, marks)
          else walk(node.children, marks)
          break
        }
        case 'image':
          picture(node.url, node.alt ?? '', marks)
          break
        case 'imageReference':
          picture(context.definitions.get(node.identifier)?.url ?? '', node.alt ?? '', marks)
          break
        case 'footnoteReference': {
          const note = context.notes.get(node.label ?? node.identifier)
          if (note?.is === 'citation') {
            put({ type: 'citation', attrs: { id: note.id } }, marks)
            afterBreak = false
          } else if (note && !context.inNote) {
            put({ type: 'footnote', attrs: { id: note.id } }, marks)
            afterBreak = false
          } else if (note?.text) {
            context.report.note('notes')
            putText(` (${note.text})`, marks)
          }
          break
        }
        default:
          break
      }
    }
  }
  walk(content, [])
  return joinText(out)
}

/** The inline content of a block as Markdown: its text, marks, breaks and citations. */
import type { BodyMark, BodyNode } from '../brief/body.ts'
import { wellFormed } from '../text/well-formed.ts'
import { escapeAddress, escapeProse, escapeTitle } from './escape.ts'
import { joinPieces, nest, type Piece, STARS, tidyMarks } from './marks.ts'

/** A citation as it is written within the text; `spaced` sets it off from the word before. */
export type InlineCitation = { text: string; spaced: boolean }

export type InlineOptions = {
  /** A heading and a cell are one line; in a cell `|` ends it. */
  place: 'paragraph' | 'heading' | 'cell'
  citation: (id: string) => InlineCitation
  /** The mark of a footnote. */
  footnote: (id: string) => string
}

const codeSpan = (text: string, inCell: boolean): string => {
  const plain = wellFormed(text).replace(/[\r\n]+/g, ' ')
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const blank = plain.trim() === ''
  const pad = /^`|`$/.test(plain) || (/^ .* $/s.test(plain) && !blank) ? ' ' : ''
  return fence + pad + (inCell ? plain.replace(/\|/g, '\\|') : plain) + pad + fence
}

/** Readers drop spaces at a line's edges; as a character reference they stay. */
const keepEdges = (text: string, atStart: boolean, atEnd: boolean): string => {
  let kept = text
  if (atStart) kept = kept.replace(/^ /, '&#x20;')
  if (atEnd) kept = kept.replace(/ $/, '&#x20;')
  return kept
}

const openMark = (mark: BodyMark): string => {
  if (mark.type === 'link') return '['
  if (mark.type === 'quoted')
    return typeof mark.attrs?.excerpt === 'string'
      ? `<span data-excerpt="${mark.attrs.excerpt}">`
      : '<span data-excerpt>'
  return ''
}

const closeMark = (mark: BodyMark): string => {
  if (mark.type === 'quoted') return '</span>'
  if (mark.type !== 'link') return ''
  const title = typeof mark.attrs?.title === 'string' ? ` ${escapeTitle(mark.attrs.title)}` : ''
  return `](${escapeAddress(String(mark.attrs?.href))}${title})`
}

/** An address that is its own text may stand as it is, between angle brackets. */
const autolink = (mark: BodyMark, nodes: BodyNode[]): string | null => {
  const [only] = nodes
  if (mark.type !== 'link' || nodes.length !== 1 || only?.marks?.length !== 1 || mark.attrs?.title)
    return null
  const href = String(mark.attrs?.href)
  return only.text === href && /^https?:[^\s<>|\\\p{Cc}]+$/u.test(href) && wellFormed(href) === href
    ? `<${href}>`
    : null
}

const isBreak = (node: BodyNode | undefined) => node === undefined || node.type === 'hardBreak'

export const writeInline = (content: readonly BodyNode[], options: InlineOptions): string => {
  const nodes = tidyMarks([...content])
  const pieces: Piece[] = []
  const put = (text: string) => pieces.push({ is: 'text', text })
  let written: string | null = null
  nest(nodes, {
    open: (mark, held) => {
      written = autolink(mark, held)
      if (STARS[mark.type]) pieces.push({ is: 'open', mark: mark.type })
      else put(written ?? openMark(mark))
    },
    close: (mark) => {
      if (STARS[mark.type]) pieces.push({ is: 'close', mark: mark.type })
      else if (written === null) put(closeMark(mark))
      written = null
    },
    leaf: (node, i) => {
      if (written !== null) return
      const before = nodes[i - 1]
      const after = nodes[i + 1]
      if (node.type === 'hardBreak') {
        const plain = options.place === 'paragraph' && before && !isBreak(before) && !isBreak(after)
        put(plain ? '\\\n' : before ? ' <br> ' : '<br> ')
      } else if (node.type === 'citation') {
        if (typeof node.attrs?.id !== 'string') return
        const { text, spaced } = options.citation(node.attrs.id)
        put((spaced && !isBreak(before) ? ' ' : '') + text)
      } else if (node.type === 'footnote') {
        if (typeof node.attrs?.id === 'string') put(options.footnote(node.attrs.id))
      } else if (node.text !== undefined) {
        if (node.marks?.some((m) => m.type === 'code')) put(codeSpan(node.text, options.place === 'cell'))
        else {
          const lineStart = isBreak(before)
          const escaped = escapeProse(node.text, {
            lineStart,
            afterBracket:
              before?.type === 'citation' ||
              before?.type === 'footnote' ||
              before?.marks?.some((m) => m.type === 'link'),
            beforeInline: after !== undefined && !isBreak(after),
          })
          put(keepEdges(escaped, lineStart, isBreak(after)))
        }
      }
    },
  })
  const line = joinPieces(pieces)
  if (options.place === 'paragraph') return line.replace(/ +$/, '')
  const trimmed = line.trim()
  return options.place === 'heading'
    ? trimmed.replace(/#+$/, (hashes) => hashes.replace(/#/g, '\\#'))
    : trimmed
}

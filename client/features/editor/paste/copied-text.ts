/** What is copied, as plain text: numbers where the marks stand, signs before entries, tabs between cells, the notes below. */
import type { Fragment, Node } from '@tiptap/pm/model'
import type { CopiedNotes } from './copied-notes.ts'

export const copiedText = (content: Fragment, { marks, notes }: CopiedNotes): string => {
  const body = blocksOf(content, marks).trimEnd()
  const below = notes.map(({ mark, text }) => `${mark} ${text}`.trim()).join('\n')
  return below ? `${body}\n\n${below}` : body
}

type Marks = CopiedNotes['marks']

const blocksOf = (content: Fragment, marks: Marks): string => {
  const parts: string[] = []
  content.forEach((node) => {
    const text = textOf(node, marks)
    if (text !== null) parts.push(text)
  })
  return parts.join(content.firstChild?.isInline ? '' : '\n\n')
}

const textOf = (node: Node, marks: Marks): string | null => {
  switch (node.type.name) {
    case 'text':
      return node.text ?? ''
    case 'hardBreak':
      return '\n'
    case 'citation':
    case 'footnote':
      return marks.get(String(node.attrs.id)) ?? ''
    case 'horizontalRule':
      return '* * *'
    case 'picture':
      return node.attrs.alt ? `[${String(node.attrs.alt)}]` : null
    case 'bulletList':
      return entries(node, marks, () => '• ')
    case 'orderedList':
      return entries(node, marks, (_, at) => `${Number(node.attrs.start ?? 1) + at}. `)
    case 'taskList':
      return entries(node, marks, (item) => (item.attrs.checked ? '[x] ' : '[ ] '))
    case 'table':
      return lines(node, marks)
    case 'tableRow':
      return cells(node, marks)
    case 'codeBlock':
      return node.textContent
    default:
      return node.isLeaf ? null : blocksOf(node.content, marks)
  }
}

const entries = (list: Node, marks: Marks, sign: (item: Node, at: number) => string): string => {
  const written: string[] = []
  list.forEach((item, _, at) => {
    const within = blocksOf(item.content, marks).replace(/\n\n/g, '\n')
    written.push(sign(item, at) + within.replace(/\n/g, '\n    '))
  })
  return written.join('\n')
}

const lines = (table: Node, marks: Marks): string => {
  const rows: string[] = []
  table.forEach((row) => {
    rows.push(cells(row, marks))
  })
  return rows.join('\n')
}

const cells = (row: Node, marks: Marks): string => {
  const written: string[] = []
  row.forEach((cell) => {
    written.push(blocksOf(cell.content, marks).replace(/\s+/g, ' '))
  })
  return written.join('\t')
}

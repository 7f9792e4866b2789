/**
 * The only list of a brief's nodes and marks: attributes, parse and render rules. No views, no DOM.
 * Client, server, export and command line build their ProseMirror schema from it; the client adds views.
 */
import { type AnyExtension, Extension, getSchema, Mark, mergeAttributes, Node } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { attribute } from './attributes.ts'
import {
  Callout,
  Caption,
  Figure,
  Footnote,
  FootnoteText,
  Picture,
  TableOfContents,
  Unknown,
} from './blocks.ts'

/** Blocks that carry an `id` which stays the same through edits. Blocks without one are valid. */
export const BLOCKS_WITH_ID = [
  'paragraph',
  'heading',
  'blockquote',
  'codeBlock',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'callout',
  'figure',
  'table',
  'quotation',
  'references',
  'horizontalRule',
  'tableOfContents',
  'unknown',
]

/** Only these protocols may stand in a link, in the page as in every export. */
export const LINK_PROTOCOLS = ['http', 'https', 'mailto']

export const blockAttributes = Extension.create({
  name: 'blockAttributes',
  addGlobalAttributes() {
    return [
      { types: BLOCKS_WITH_ID, attributes: { id: attribute('id') } },
      {
        types: ['paragraph', 'heading'],
        attributes: {
          // 'rtl' or 'ltr'; null follows the text.
          dir: attribute('dir', 'dir'),
        },
      },
      // ICD 203 asks to tell facts, assumptions and judgments apart: 'fact' | 'assumption' | 'judgment' | null.
      { types: ['paragraph'], attributes: { claim: attribute('claim') } },
    ]
  },
})

/** The inline cluster. It carries its id and nothing else: the record stands in the document's `citations`. */
export const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes() {
    return { id: attribute('id') }
  },
  parseHTML() {
    return [{ tag: 'span[data-citation]', getAttrs: (e) => ({ id: e.getAttribute('data-id') }) }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes({ 'data-citation': '' }, HTMLAttributes)]
  },
})

/** Editable text that is held, word by word, against the excerpt it names. */
export const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes() {
    return { excerpt: attribute('excerpt') }
  },
  parseHTML() {
    return [{ tag: 'blockquote[data-quotation]', priority: 60 }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['blockquote', mergeAttributes({ 'data-quotation': '' }, HTMLAttributes), 0]
  },
})

/** Words inside a sentence that are held against an excerpt, as a quotation block is. */
export const Quoted = Mark.create({
  name: 'quoted',
  inclusive: false,
  addAttributes() {
    return { excerpt: attribute('excerpt') }
  },
  parseHTML() {
    return [{ tag: 'q[data-excerpt]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['q', HTMLAttributes, 0]
  },
})

/** The place where the bibliography is drawn. It holds no text: the list follows from the citations. */
export const References = Node.create({
  name: 'references',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML() {
    return [{ tag: 'section[data-references]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['section', mergeAttributes({ 'data-references': '' }, HTMLAttributes)]
  },
})

/** Columns or rows that one cell may span: as HTML has it. A page that is pasted may claim anything. */
export const SPAN_LIMIT = 1000

const span = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => {
    const claimed = Number.parseInt(element.getAttribute(name) ?? '', 10)
    return claimed >= 1 ? Math.min(claimed, SPAN_LIMIT) : 1
  },
})

/** In pixels, as the cell itself says it. The table's columns would be looked for once a cell, which takes seconds in a long page. */
const colwidth = {
  default: null,
  parseHTML: (element: HTMLElement) =>
    element
      .getAttribute('colwidth')
      ?.split(',')
      .map((width) => Number.parseInt(width, 10)) ?? null,
}

// One kind of block in a cell keeps a cell a cell: Markdown's tables hold nothing else.
const cell = {
  content: 'paragraph+',
  addAttributes(this: { parent?: (() => object) | null }) {
    return { ...this.parent?.(), colspan: span('colspan'), rowspan: span('rowspan'), colwidth }
  },
}

/** An item of a list of tasks. */
export const Task = TaskItem.configure({ nested: true })

/** Everything a brief's body may hold, for `getSchema` and, with views added, for the editor. */
export const extensions: AnyExtension[] = [
  StarterKit.configure({
    // Yjs keeps each person's own history; the plain one would undo colleagues' work.
    undoRedo: false,
    // No Markdown for it, and on a page full of links it reads as one.
    underline: false,
    // Views and keys belong to the client.
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    // No browser knows the words of code.
    code: { HTMLAttributes: { spellcheck: 'false' } },
    codeBlock: { HTMLAttributes: { spellcheck: 'false' } },
    heading: { levels: [1, 2, 3, 4, 5, 6] },
    link: { openOnClick: false, autolink: false, linkOnPaste: false, protocols: LINK_PROTOCOLS },
  }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend(cell),
  TableCell.extend(cell),
  TaskList,
  Task,
  Callout,
  Figure,
  Picture,
  Caption,
  Citation,
  Footnote,
  FootnoteText,
  Quotation,
  Quoted,
  References,
  TableOfContents,
  Unknown,
  blockAttributes,
]

/** The ProseMirror schema of a brief's body. */
export const schema: Schema = getSchema(extensions)

/** Nodes of the schema beyond paragraphs, lists and tables: callouts, figures, footnotes and what is drawn. */
import { mergeAttributes, Node } from '@tiptap/core'
import { english, type WrittenWords } from '../words/english.ts'
import { attribute, numberAttribute } from './attributes.ts'

/** What a callout may be; any other word that a later version writes is shown as a box. */
export const CALLOUT_KINDS = ['key-judgment', 'bottom-line', 'box'] as const
export type CalloutKind = (typeof CALLOUT_KINDS)[number]

/** The words over a callout, in English, as Markdown has them and reads them; a box has none. */
export const CALLOUT_LABELS: Readonly<Record<CalloutKind, string>> = english.callouts

export const calloutKind = (kind: unknown): CalloutKind =>
  CALLOUT_KINDS.find((known) => known === kind) ?? 'box'

/** A judgment, the bottom line or an aside, set apart from the text. */
export const Callout = Node.create<Pick<WrittenWords, 'callouts' | 'box'>>({
  name: 'callout',
  /** The words over it. */
  addOptions: () => english,
  group: 'block',
  content: '(paragraph | bulletList | orderedList | taskList)+',
  defining: true,
  addAttributes() {
    return { kind: { ...attribute('kind'), default: 'box' } }
  },
  parseHTML() {
    return [{ tag: 'aside[data-callout]' }]
  },
  renderHTML({ node, HTMLAttributes }) {
    const { callouts, box } = this.options
    const label = callouts[calloutKind(node.attrs.kind)]
    const named = { 'data-callout': '', 'data-label': label, role: 'note', 'aria-label': label || box }
    return ['aside', mergeAttributes(named, HTMLAttributes), 0]
  },
})

/** A picture or a table with the words under it. A table without a caption stands alone. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: '(picture | table) caption',
  isolating: true,
  draggable: true,
  parseHTML() {
    return [{ tag: 'figure[data-figure]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes({ 'data-figure': '' }, HTMLAttributes), 0]
  },
})

/**
 * Named by the SHA-256 of its bytes, which are stored apart and served to whoever may read the brief. Until the server has them it is
 * named by what it is called on the device where it waits (shared/brief/waiting-pictures.ts).
 */
export const Picture = Node.create({
  name: 'picture',
  atom: true,
  selectable: true,
  addAttributes() {
    return {
      sha256: attribute('sha256'),
      alt: attribute('alt', 'alt'),
      /** In points of the picture, to keep its room on the page before it is there. */
      width: numberAttribute('width'),
      height: numberAttribute('height'),
      waiting: attribute('waiting'),
      /** Whose device that is, by name. */
      from: attribute('from'),
    }
  },
  parseHTML() {
    return [{ tag: 'img[data-sha256]' }, { tag: 'img[data-waiting]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['img', HTMLAttributes]
  },
})

/** The words of a figure: what it shows, and where it is from. */
export const Caption = Node.create({
  name: 'caption',
  content: 'inline*',
  defining: true,
  parseHTML() {
    return [{ tag: 'figcaption' }]
  },
  renderHTML() {
    return ['figcaption', 0]
  },
})

/** The mark of a footnote. It carries its id and nothing else: the text stands in the document's `footnotes`. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes() {
    return { id: attribute('id') }
  },
  parseHTML() {
    return [{ tag: 'span[data-footnote]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes({ 'data-footnote': '' }, HTMLAttributes)]
  },
})

/** The text of one footnote. It stands in no body, but in the document's `footnotes`, under the footnote's id. */
export const FootnoteText = Node.create({
  name: 'footnoteText',
  content: 'paragraph+',
  renderHTML() {
    return ['div', { 'data-footnote-text': '' }, 0]
  },
})

/** The place where the list of headings is drawn. */
export const TableOfContents = Node.create({
  name: 'tableOfContents',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML() {
    return [{ tag: 'nav[data-contents]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['nav', mergeAttributes({ 'data-contents': '' }, HTMLAttributes)]
  },
})

/**
 * A block out of a file of a later version, which this one does not know: kept as it came, to be read and moved but not
 * written in. `name`: what the later version calls it; `data`: the whole node as JSON.
 */
export const Unknown = Node.create({
  name: 'unknown',
  group: 'block',
  atom: true,
  selectable: true,
  addAttributes() {
    return { name: attribute('name'), data: attribute('data', 'data-node') }
  },
  parseHTML() {
    return [{ tag: 'div[data-unknown]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes({ 'data-unknown': '' }, HTMLAttributes)]
  },
})

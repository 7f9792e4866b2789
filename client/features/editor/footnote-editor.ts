/** The little editor of one footnote's text: paragraphs with marks and citations, shared with whoever writes in it. */
import { Editor, Extension } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { StarterKit } from '@tiptap/starter-kit'
import { yCursorPlugin, ySyncPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Person } from '../../../shared/brief/document.ts'
import type { Order } from '../../../shared/brief/order.ts'
import { FootnoteText } from '../../../shared/editor/blocks.ts'
import { blockAttributes, LINK_PROTOCOLS, Quoted } from '../../../shared/editor/schema.ts'
import type { EvidenceStore } from '../../brief/evidence.ts'
import type { BriefUndo } from './brief-undo.ts'
import { clipboardEvidence } from './clipboard-evidence.ts'
import { citationKeeper } from './citation-keeper.ts'
import { citationLabel } from './citation-label.ts'
import { plainRuns } from '../../../shared/cite/runs-of-html.ts'
import { takeFootnotePaste } from './paste/take-footnote-paste.ts'
import { triggers } from './trigger.ts'
import { undoSteps } from './undo-steps.ts'
import { keptComposition } from './kept-composition.ts'
import { languageOf, pageAttributes } from './page-attributes.ts'
import { smartIn, smartTyping, smartUndo } from './smart-typing.ts'
import type { PageStyle } from './page-style.ts'
import { citationPlaces } from './citation-places.ts'
import { CitationWithView } from './citation-view.ts'
import { drawCaret, drawSelection } from './remote-caret.ts'
import { wholeEmoji } from './whole-emoji.ts'
import { say } from '../../words/en/editor.ts'

export type FootnoteParts = {
  element: HTMLElement
  doc: Y.Doc
  text: Y.XmlElement
  awareness: Awareness
  undo: BriefUndo
  me: () => Person
  canWrite: boolean
  evidence: EvidenceStore
  style: PageStyle
  /** Of the whole brief: a footnote has no numbers of its own. */
  order: () => Order | undefined
  label: string
  startCiting(): void
  holdCopies(hashes: string[]): void
  /** Whether the open menu at the caret took the key. */
  onMenuKey(event: KeyboardEvent): boolean
}

export const openFootnote = (parts: FootnoteParts): Editor =>
  new Editor({
    element: parts.element,
    editable: parts.canWrite,
    injectCSS: false,
    autofocus: 'end',
    extensions: [
      StarterKit.configure({
        document: false,
        undoRedo: false,
        underline: false,
        dropcursor: false,
        gapcursor: false,
        trailingNode: false,
        heading: false,
        blockquote: false,
        bulletList: false,
        orderedList: false,
        listItem: false,
        listKeymap: false,
        codeBlock: false,
        horizontalRule: false,
        link: { openOnClick: false, autolink: false, linkOnPaste: true, protocols: LINK_PROTOCOLS },
      }),
      // The binding holds an element against the name of the node that it is.
      FootnoteText.extend({ topNode: true }),
      CitationWithView,
      Quoted,
      blockAttributes,
      Placeholder.configure({ placeholder: say.footnote }),
      // Before the keys of the history.
      Extension.create({
        name: 'typing',
        priority: 1200,
        addProseMirrorPlugins: () => (parts.canWrite ? [smartUndo()] : []),
      }),
      keptComposition,
      wholeEmoji,
      shared(parts),
    ],
    editorProps: {
      attributes: {
        class: 'footnote-words',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': parts.label,
      },
    },
  })

/** One text with colleagues, and one history with the page around it. */
const shared = (parts: FootnoteParts) => {
  const { doc, text, awareness, undo, me, canWrite, evidence, style, order } = parts
  return Extension.create({
    name: 'sharedFootnote',
    priority: 1000,
    addKeyboardShortcuts: () => ({
      'Mod-z': () => undo.manager.undo() !== undefined,
      'Mod-y': () => undo.manager.redo() !== undefined,
      'Shift-Mod-z': () => undo.manager.redo() !== undefined,
      'Mod-Alt-c': () => {
        parts.startCiting()
        return true
      },
    }),
    addProseMirrorPlugins() {
      return [
        pageAttributes(doc),
        ...(canWrite ? [undoSteps(undo)] : []),
        ySyncPlugin(text as unknown as Y.XmlFragment),
        // One caret a person: it stands in the text that has the focus, and the other one draws nothing of it.
        yCursorPlugin(awareness, { cursorBuilder: drawCaret, selectionBuilder: drawSelection }),
        numbers(evidence, style, order),
        ...(canWrite
          ? [
              // Before the evidence on the clipboard, which reads the cleaned page.
              takeFootnotePaste({ doc, undo }),
              citationKeeper({ doc, me, undo, now: () => new Date().toISOString() }),
              triggers(parts.onMenuKey, ['cite']),
              smartTyping(smartIn(() => languageOf(doc))),
            ]
          : []),
        clipboardEvidence({ doc, evidence, undo, schema: this.editor.schema, holdCopies: parts.holdCopies }),
      ]
    },
  })
}

const numbers = (evidence: EvidenceStore, style: PageStyle, order: () => Order | undefined) =>
  new Plugin({
    props: {
      decorations: ({ doc }) =>
        DecorationSet.create(
          doc,
          citationPlaces(doc).map(({ id, pos }) => {
            const found = order()?.numbers.get(id) ?? []
            // Within a note a citation stands in the line in every style.
            const runs = style.get()?.clusters.get(id)
            if (runs) {
              const words = plainRuns(runs)
              const attributes = { class: 'styled', 'data-n': words, 'aria-label': say.citationWords(words) }
              return Decoration.node(pos, pos + 1, attributes, { runs })
            }
            return Decoration.node(pos, pos + 1, {
              'data-n': found.length ? [...new Set(found)].join(', ') : '?',
              'aria-label': citationLabel(evidence.get().citations.get(id), found, evidence.get()),
            })
          }),
        ),
    },
    view: (view) => {
      // The page counts first; then what it counted is drawn here.
      const stop = evidence.subscribe(() =>
        queueMicrotask(() => {
          if (!view.isDestroyed) view.dispatch(view.state.tr)
        }),
      )
      return { destroy: stop }
    },
  })

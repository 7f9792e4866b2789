/** What the editor is made of: the brief's schema with views, people at work together, and the plugins for evidence. */
import { type AnyExtension, Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { UniqueID } from '@tiptap/extension-unique-id'
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions'
import { search } from 'prosemirror-search'
import type * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import { caretColor } from '../../../shared/brief/caret-color.ts'
import { type Person, roots } from '../../../shared/brief/document.ts'
import { newId } from '../../../shared/brief/id.ts'
import { templateCalled } from '../../../shared/brief/templates.ts'
import { Callout } from '../../../shared/editor/blocks.ts'
import { writtenIn } from '../../../shared/words/written.ts'
import { BLOCKS_WITH_ID, extensions, Task } from '../../../shared/editor/schema.ts'
import type { BriefUndo } from './brief-undo.ts'
import { blockDirections } from './block-directions.ts'
import { changedSentences } from './changed-sentences.ts'
import { citationKeeper } from './citation-keeper.ts'
import { citationNumbers } from './citation-numbers.ts'
import { CitationWithView } from './citation-view.ts'
import { contentsWithView, keptWithView } from './drawn-blocks.ts'
import { blockInput } from './block-input.ts'
import { emptyCaptions } from './empty-captions.ts'
import { footnoteKeeper } from './footnote-keeper.ts'
import { FootnoteWithView } from './footnote-view.ts'
import { type PictureDesk, takePictures } from './insert-picture.ts'
import { HAS_IDS, pasteTable } from './paste-table.ts'
import { takeCopy } from './paste/take-copy.ts'
import { takeLongPaste } from './paste/take-long-paste.ts'
import { takePaste } from './paste/take-paste.ts'
import { waitingPictures } from './paste/waiting-pictures.ts'
import { Table } from '@tiptap/extension-table'
import { clipboardEvidence } from './clipboard-evidence.ts'
import { depthLimit } from './depth-limit.ts'
import type { Changes } from '../../brief/changes.ts'
import type { EvidenceStore } from '../../brief/evidence.ts'
import type { Store } from '../../brief/store.ts'
import { keptComposition } from './kept-composition.ts'
import { languageOf, pageAttributes } from './page-attributes.ts'
import { type PageActions, pageKeys } from './page-keys.ts'
import { type PictureActions, pictureWithView } from './picture-view.ts'
import { punctuationBeforeCitation } from './punctuation-before-citation.ts'
import { quotationChecks } from './quotation-checks.ts'
import { type QuotationActions, quotationWithView } from './quotation-view.ts'
import type { PageStyle } from './page-style.ts'
import { referencesWithView } from './references-view.ts'
import { refuseDepth } from './refuse-depth.ts'
import { drawCaret, drawSelection } from './remote-caret.ts'
import { fixedSpaces } from './fixed-spaces.ts'
import { smartIn, smartTyping, smartUndo } from './smart-typing.ts'
import { sentenceMemory } from './sentence-memory.ts'
import { stopsBehind } from './stops-behind.ts'
import { BriefTableView } from './table-view.ts'
import { tidyCitations } from './tidy-citations.ts'
import { templateGuidance } from './template-guidance.ts'
import { triggers } from './trigger.ts'
import { undoSteps } from './undo-steps.ts'
import { wholeEmoji } from './whole-emoji.ts'
import { say } from '../../words/en/editor.ts'

export type PageParts = {
  doc: Y.Doc
  awareness: Awareness
  me: () => Person
  canWrite: boolean
  undo: BriefUndo
  evidence: EvidenceStore
  style: PageStyle
  changes: Store<Changes>
  pictureDesk: PictureDesk
  actions: PageActions &
    QuotationActions &
    PictureActions & {
      openSource(sourceId: string): void
      holdCopies(hashes: string[]): void
    }
  onMenuKey: (event: KeyboardEvent) => boolean
}

export const pageExtensions = (parts: PageParts): AnyExtension[] => [
  ...withViews(parts),
  // The provider is asked for nothing here: the page opens only when the document is there.
  Collaboration.configure({
    fragment: roots(parts.doc).body,
    provider: quiet,
    yUndoOptions: { undoManager: parts.undo.manager },
  }),
  CollaborationCaret.configure({
    provider: { awareness: parts.awareness, ...quiet },
    user: { ...parts.me(), color: caretColor(parts.me().id) },
    render: drawCaret,
    selectionRender: drawSelection,
  }),
  UniqueID.configure({
    types: BLOCKS_WITH_ID,
    attributeName: 'id',
    generateID: () => newId(),
    updateDocument: parts.canWrite,
    filterTransaction: (tr) => tr.getMeta(HAS_IDS) !== true,
  }),
  Placeholder.configure({ placeholder: ({ node }) => placeholders[node.type.name] ?? '' }),
  Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
  Gapcursor,
  pageKeys(parts.actions),
  keptComposition,
  wholeEmoji,
  blockInput,
  pasting(parts),
  menus(parts),
  stepping(parts),
  nesting(parts),
  evidencePlugins(parts),
]

/**
 * UniqueID would else wait for a provider's `synced` and then give ids to every block at once, on every client. Blocks
 * get theirs when somebody writes in them.
 */
const quiet = { on: () => undefined, off: () => undefined }

const placeholders: Record<string, string> = {
  paragraph: say.writeHere,
  heading: say.heading,
}

const withViews = ({ doc, evidence, style, actions }: PageParts): AnyExtension[] => {
  const views: AnyExtension[] = [
    Callout.configure(writtenIn(languageOf(doc))),
    CitationWithView,
    FootnoteWithView,
    contentsWithView(),
    keptWithView(),
    pictureWithView(actions),
    Task.configure({
      // Of the task itself, without those below it.
      a11y: { checkboxLabel: ({ firstChild }) => say.taskWords(firstChild?.textContent ?? '') },
    }),
    Table.configure({
      resizable: true,
      cellMinWidth: 60,
      lastColumnResizable: false,
      View: BriefTableView,
    }),
    quotationWithView(actions),
    referencesWithView({ evidence, style, openSource: actions.openSource }),
  ]
  return extensions.map((plain) => views.find((view) => view.name === plain.name) ?? plain)
}

const menus = ({ canWrite, onMenuKey }: PageParts) =>
  Extension.create({
    name: 'menus',
    // Before the editor's own keys: an open menu takes arrows and Enter first.
    priority: 1500,
    addProseMirrorPlugins: () => (canWrite ? [triggers(onMenuKey)] : []),
  })

const stepping = ({ canWrite, undo }: PageParts) =>
  Extension.create({
    name: 'stepping',
    // Before the binding with Yjs.
    priority: 1600,
    addProseMirrorPlugins: () => (canWrite ? [undoSteps(undo)] : []),
    addKeyboardShortcuts: () => ({
      'Shift-Mod-z': () => {
        undo.manager.redo()
        // Answered with nothing to redo, too: the keymap would else try the key without Shift, which is undo.
        return true
      },
    }),
  })

const pasting = ({ doc, canWrite, pictureDesk, undo, evidence, actions }: PageParts) =>
  Extension.create({
    name: 'pasting',
    // Before the evidence on the clipboard, which reads the cleaned page.
    priority: 1200,
    addProseMirrorPlugins: () =>
      canWrite
        ? [
            takeCopy(evidence),
            smartUndo(),
            takeLongPaste({ doc, undo, holdCopies: actions.holdCopies }),
            takePaste({ doc, undo }),
            waitingPictures(pictureDesk),
          ]
        : [takeCopy(evidence)],
  })

const nesting = ({ canWrite }: PageParts) =>
  Extension.create({
    name: 'nesting',
    addProseMirrorPlugins: () => (canWrite ? [depthLimit(refuseDepth)] : []),
  })

const evidencePlugins = ({
  doc,
  awareness,
  me,
  canWrite,
  undo,
  evidence,
  style,
  changes,
  pictureDesk,
  actions,
}: PageParts) =>
  Extension.create({
    name: 'evidence',
    // After the binding with Yjs: what this person did is in the document when the keeper looks.
    priority: 50,
    addProseMirrorPlugins() {
      const reading = [
        search(),
        pageAttributes(doc),
        blockDirections(),
        ...(canWrite ? [emptyCaptions()] : []),
        // At each key: the one field, and not all of them held against their shapes.
        templateGuidance(() => templateCalled(roots(doc).about.get('template'))),
        citationNumbers(evidence, style),
        stopsBehind(style),
        quotationChecks(evidence),
        changedSentences(evidence, changes),
        clipboardEvidence({
          doc,
          evidence,
          schema: this.editor.schema,
          undo,
          holdCopies: actions.holdCopies,
        }),
      ]
      if (!canWrite) return reading
      const smart = smartIn(() => languageOf(doc))
      return [
        ...reading,
        citationKeeper({ doc, me, undo, now: () => new Date().toISOString() }),
        sentenceMemory(doc),
        tidyCitations({ doc, awareness }),
        punctuationBeforeCitation(smart),
        smartTyping(smart),
        fixedSpaces(),
        footnoteKeeper(doc),
        pasteTable(),
        takePictures(pictureDesk),
      ]
    },
  })

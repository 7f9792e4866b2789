/** Opens the editor on a brief's document, without React: what the page and the panes around it work with. */
import { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import type { Person } from '../../../shared/brief/document.ts'
import { api } from '../../api.ts'
import { copyText } from '../../ui/copy-text.ts'
import { whenReached } from './when-reached.ts'
import type { Changes } from '../../brief/changes.ts'
import type { EditorHandle } from '../../brief/editor-handle.ts'
import type { KeptPictures } from '../../brief/kept-pictures.ts'
import { createStore, type Store, type WritableStore } from '../../brief/store.ts'
import { type BroughtSources, broughtSources } from './brought-sources.ts'
import { briefUndo } from './brief-undo.ts'
import { type ChromeStore, createChrome } from './chrome.ts'
import { citationHover } from './citation-hover.ts'
import { activate, numbersKey } from './citation-numbers.ts'
import { placeOf } from './citation-places.ts'
import { openFootnote } from './footnote-editor.ts'
import { footnoteOf } from './footnote-view.ts'
import { choosePicture, type PictureDesk, putWaiting } from './insert-picture.ts'
import { moved } from './block-moves.ts'
import { roots } from '../../../shared/brief/document.ts'
import { templateCalled } from '../../../shared/brief/templates.ts'
import { citationOf } from './citation-view.ts'
import { citingPlace } from './citing-place.ts'
import { refuseCitation } from './refuse-citation.ts'
import { openTrigger, writeCiteSign } from './trigger.ts'
import type { NewCite } from '../../../shared/brief/citation.ts'
import type { EvidenceStore } from '../../brief/evidence.ts'
import { pageCommands } from './page-commands.ts'
import { pageExtensions } from './page-extensions.ts'
import { watchFigures } from './page-figures.ts'
import { type PageStyle, watchStyle } from './page-style.ts'
import { quotationSpans } from './quotation-spans.ts'
import {
  addFootnote,
  cite,
  type Desk,
  oneStep,
  placeAgain,
  quote,
  quoteInline,
  useSourceWords,
} from './writing.ts'
import { say } from '../../words/en/editor.ts'

export type PageOptions = {
  element: HTMLElement
  briefId: string
  doc: Y.Doc
  awareness: Awareness
  /** Changes of records with this origin belong to this person's history. */
  origin: unknown
  evidence: EvidenceStore
  changes: Store<Changes>
  /** Closed with the editor. */
  pictures: KeptPictures
  me: () => Person
  canWrite: boolean
  onCitation(id: string, byKey: boolean): void
  onOpenPassage(excerptId: string): void
  focusToolbar(): boolean
}

export type OpenEditor = {
  editor: Editor
  evidence: EvidenceStore
  style: PageStyle
  chrome: ChromeStore
  /** Whether the bar for finding is open. */
  find: WritableStore<boolean>
  handle: EditorHandle
  /** The footnote that is open beside its mark. */
  footnote: WritableStore<string | null>
  /** The editor of the open footnote's text. */
  noteEditor: Store<Editor | null>
  /** Edits its text within an element, until it calls what it is given. */
  editFootnote(id: string, element: HTMLElement): () => void
  /** One step of undo of its own. */
  act(tr: Transaction): void
  /** In place of what was typed to find it. False where no citation can stand. */
  cite(cites: NewCite[], typed: { from: number; to: number }): boolean
  broughtSources: BroughtSources
  /** Writes `[@` at the caret, at which the menu opens. */
  startCiting(): void
  addFootnote(): void
  choosePicture(): void
  /** Puts a picture of this device at the caret, as the text is to call it. */
  putPicture(called: string): Promise<void>
  /** What is selected, or all of it, with its notes. */
  copyMarkdown(): Promise<void>
  /** The open menu at the caret takes keys, until it calls what it is given. */
  takeKeys(handler: (event: KeyboardEvent) => boolean): () => void
  close(): void
}

export const openEditor = (options: PageOptions): OpenEditor => {
  const { element, doc, awareness, origin, evidence, me, canWrite, onCitation, onOpenPassage, focusToolbar } =
    options
  const style = watchStyle(doc, evidence)
  const undo = briefUndo(doc, origin)
  const brought = broughtSources(doc, undo.manager, me)
  const chrome = createChrome()
  const find = createStore(false)
  let menuKeys: ((event: KeyboardEvent) => boolean) | null = null

  const openCitation = (id: string, byKey = false) => {
    // Its card in the margin says all that the small one does.
    if (chrome.get().is === 'card') chrome.set({ is: 'nothing' })
    onCitation(id, byKey)
    const passage = evidence
      .get()
      .citations.get(id)
      ?.cites.find((c) => c.excerpt)?.excerpt
    if (passage) onOpenPassage(passage)
  }
  const footnote = createStore<string | null>(null)
  const noteEditor = createStore<Editor | null>(null)
  const insertFootnote = () => {
    const id = addFootnote(mainDesk)
    if (id) footnote.set(id)
  }
  const act = (tr: Transaction) => oneStep(undo, () => editor.view.dispatch(tr))
  const describePicture = (pos: number) => chrome.set({ is: 'picture', pos })
  const pictureDesk: PictureDesk = {
    add: (file) => api.addPicture(options.briefId, file),
    keep: (picture) => options.pictures.keep(picture),
    me,
    describePicture,
  }
  const holdCopies = (hashes: string[]) => void whenReached(() => api.holdCopies(options.briefId, hashes))
  const startCiting = () => {
    const { view } = noteEditor.get() ?? editor
    const { state } = view
    if (openTrigger(state)?.is === 'cite') return
    if (citingPlace(state.doc, state.selection.to).is === 'nowhere') return refuseCitation()
    view.dispatch(writeCiteSign(state))
    view.focus()
  }
  const openSource = (sourceId: string) => {
    const placed = numbersKey.getState(editor.state)?.order.placed ?? []
    const { citations } = evidence.get()
    const first = placed.find((id) =>
      citations.get(id)?.cites.some((c) => c.source === sourceId || c.citedIn === sourceId),
    )
    if (first) openCitation(first)
  }

  const editor = new Editor({
    element,
    editable: canWrite,
    injectCSS: false,
    extensions: pageExtensions({
      pictureDesk,
      doc,
      awareness,
      me,
      canWrite,
      undo,
      evidence,
      style,
      changes: options.changes,
      onMenuKey: (event) => menuKeys?.(event) ?? false,
      actions: {
        startCiting,
        openQuotes: () => chrome.set({ is: 'picker' }),
        openLink: () => chrome.set({ is: 'link' }),
        openFind: () => find.set(true),
        addFootnote: insertFootnote,
        openFootnote: (id) => footnote.set(id),
        moveBlock(to) {
          const tr = moved(editor.state, to)
          if (tr) act(tr)
        },
        describePicture,
        holdCopies,
        holdPicture: (sha256) => api.holdPicture(options.briefId, sha256),
        pictures: options.pictures,
        focusToolbar,
        openCitation,
        openSource,
        openPassage: onOpenPassage,
        useSourceWords: (_, pos) => useSourceWords(mainDesk, pos),
      },
    }),
    editorProps: {
      attributes: {
        class: 'page-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': say.briefText,
        ...(canWrite ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
      },
      // Room to read on below the caret and beneath a sticky bar.
      scrollMargin: 48,
      scrollThreshold: 48,
    },
  })
  const { view } = editor
  const mainDesk: Desk = { view, doc, undo, origin, evidence: evidence.get }
  // Within an open footnote a citation goes where the caret is.
  const desk: Desk = {
    ...mainDesk,
    get view() {
      return noteEditor.get()?.view ?? view
    },
  }

  const onClick = (event: MouseEvent) => {
    const citation = citationOf(event.target)
    if (citation) openCitation(citation.id)
    const noted = footnoteOf(event.target)
    if (noted) footnote.set(noted.id)
  }
  // A reader has no caret: there the citation itself is focused.
  const onKey = (event: KeyboardEvent) => {
    const citation = citationOf(event.target)
    const noted = footnoteOf(event.target)
    if ((!citation && !noted) || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    if (citation) openCitation(citation.id, true)
    else footnote.set(noted!.id)
  }
  view.dom.addEventListener('click', onClick)
  view.dom.addEventListener('keydown', onKey)
  const { figures, stop: stopFigures } = watchFigures(editor, () =>
    templateCalled(roots(doc).about.get('template')),
  )
  const stopHover = citationHover(view, chrome)

  const scrollTo = (pos: number) => {
    const found = view.domAtPos(pos)
    const target = found.node instanceof Element ? found.node : found.node.parentElement
    target?.scrollIntoView({ block: 'center' })
  }

  const page: OpenEditor = {
    editor,
    evidence,
    style,
    chrome,
    find,
    footnote,
    noteEditor,
    editFootnote(id, within) {
      const text = roots(doc).footnotes.get(id)
      if (!text) {
        within.textContent = say.footnoteMissing
        return () => within.replaceChildren()
      }
      const opened = openFootnote({
        element: within,
        doc,
        text,
        awareness,
        undo,
        me,
        canWrite,
        evidence,
        style,
        order: () => numbersKey.getState(view.state)?.order,
        label: say.textOfTheFootnote,
        startCiting,
        holdCopies,
        onMenuKey: (event) => menuKeys?.(event) ?? false,
      })
      noteEditor.set(opened)
      return () => {
        if (noteEditor.get() === opened) noteEditor.set(null)
        opened.destroy()
      }
    },
    act,
    cite: (cites, typed) => cite(desk, cites, typed),
    broughtSources: brought,
    startCiting,
    addFootnote: insertFootnote,
    copyMarkdown: async () => {
      // Loaded when it is asked for.
      const { markdownOf } = await import('./paste/copied-markdown.ts')
      void copyText(markdownOf(doc, view.state), say.copiedAsMarkdown)
    },
    choosePicture: () => choosePicture(view, pictureDesk),
    async putPicture(called) {
      const kept = options.pictures.known.get()?.get(called)
      if (kept) await putWaiting(view, called, kept.picture, pictureDesk)
    },
    takeKeys(handler) {
      menuKeys = handler
      return () => {
        if (menuKeys === handler) menuKeys = null
      }
    },
    handle: {
      commands: () => pageCommands(page),
      find: () => find.set(true),
      async takeFromWord(edit, file) {
        const { takeFromWord } = await import('./take-from-word.ts')
        return takeFromWord(mainDesk, edit, file)
      },
      figures,
      showPlace(pos) {
        const place = view.state.doc.resolve(Math.min(pos + 1, view.state.doc.content.size))
        view.dispatch(view.state.tr.setSelection(TextSelection.near(place)))
        scrollTo(view.state.selection.from)
        view.focus()
      },
      cite: (cites) => cite(desk, cites),
      cameToBeCited: brought.came,
      quote: (excerptId) => quote(mainDesk, excerptId),
      quoteInline: (excerptId) => quoteInline(desk, excerptId),
      focus: () => (noteEditor.get() ?? editor).view.focus(),
      showCitation(id) {
        const pos = placeOf(view.state.doc, id)
        if (pos === null) return
        view.dispatch(activate(view.state, id).setSelection(NodeSelection.create(view.state.doc, pos)))
        scrollTo(pos)
      },
      showQuotation(index) {
        const span = quotationSpans(view.state.doc)[index]
        if (!span) return
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, span.from, span.to)))
        scrollTo(span.from)
        view.focus()
      },
      placeAgain: (id) => placeAgain(mainDesk, id),
    },
    close() {
      stopFigures()
      stopHover()
      view.dom.removeEventListener('click', onClick)
      view.dom.removeEventListener('keydown', onKey)
      style.close()
      editor.destroy()
      void options.pictures.close()
      undo.manager.destroy()
    },
  }
  return page
}

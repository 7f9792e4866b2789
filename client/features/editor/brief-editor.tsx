/** The page: the text of the brief, the carets of those who write, and what floats above it. */
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import type { Person } from '../../../shared/brief/document.ts'
import type { EditorHandle } from '../../brief/editor-handle.ts'
import type { OpenBrief } from '../../brief/open-brief.ts'
import { useStore } from '../../brief/use-store.ts'
import { CitationPeek, SelectedCitation } from './citation-peek.tsx'
import { activate } from './citation-numbers.ts'
import { FindBar } from './find/find-bar.tsx'
import { FirstText } from './first-text.tsx'
import { BlockHandle } from './block-handle.tsx'
import { FootnoteNote } from './footnote-note.tsx'
import { PictureDialog } from './picture-dialog.tsx'
import { EvidencePicker } from './evidence-picker.tsx'
import { LinkDialog } from './link-dialog.tsx'
import type { OpenEditor } from './open-editor.ts'
import { SelectionToolbar } from './selection-toolbar.tsx'
import { TableMenu } from './table-menu.tsx'
import { TriggerMenu } from './trigger-menu.tsx'
import { usePage } from './use-page.ts'

export type BriefEditorProps = {
  open: OpenBrief
  me: Person
  canWrite: boolean
  onReady: (handle: EditorHandle) => void
  activeCitation: string | null
  onCitation: (id: string | null, byKey?: boolean) => void
  onOpenPassage: (excerptId: string) => void
}

/** Waits until the document has been here once; being offline afterwards takes nothing away. */
export const BriefEditor = (props: BriefEditorProps) => {
  const isReady = useStore(props.open.ready)
  const [isDrawn, setDrawn] = useState(false)
  return (
    <>
      {isReady && (
        // Another document or another right is another editor.
        <Page key={`${props.open.doc.guid} ${props.canWrite}`} {...props} onDrawn={setDrawn} />
      )}
      {!isDrawn && <FirstText briefId={props.open.briefId} />}
    </>
  )
}

const Page = ({
  open,
  me,
  canWrite,
  onReady,
  activeCitation,
  onCitation,
  onOpenPassage,
  onDrawn,
}: BriefEditorProps & { onDrawn: (isDrawn: boolean) => void }) => {
  const { doc, undoOrigin } = open
  const host = useRef<HTMLDivElement>(null)
  const page = usePage(
    host,
    open,
    canWrite,
    { me: { id: me.id, name: me.name }, onCitation, onOpenPassage, onReady },
    onDrawn,
  )

  useEffect(() => {
    if (page) page.editor.view.dispatch(activate(page.editor.state, activeCitation))
  }, [page, activeCitation])

  return (
    <div className="brief-page">
      {page && <Finding page={page} doc={doc} origin={undoOrigin} canWrite={canWrite} />}
      <div ref={host} className="page-host" />
      {page && <Layers page={page} />}
    </div>
  )
}

const Finding = (props: Omit<ComponentProps<typeof FindBar>, 'onClose'>) =>
  useStore(props.page.find) && <FindBar {...props} onClose={() => props.page.find.set(false)} />

const Layers = ({ page }: { page: OpenEditor }) => {
  const chrome = useStore(page.chrome)
  const writing = useWriting(page)
  const footnote = useStore(page.footnote)
  const noteEditor = useStore(page.noteEditor)
  const quiet = chrome.is === 'nothing' || chrome.is === 'card'
  return (
    <>
      {quiet && writing && (
        <>
          <SelectionToolbar page={page} />
          <TriggerMenu page={page} />
          <TableMenu page={page} />
        </>
      )}
      {chrome.is === 'nothing' && writing && <SelectedCitation page={page} />}
      {chrome.is === 'picker' && <EvidencePicker page={page} />}
      {footnote !== null && <FootnoteNote key={footnote} page={page} id={footnote} />}
      {noteEditor && <TriggerMenu page={{ ...page, editor: noteEditor }} />}
      {page.editor.isEditable && <BlockHandle page={page} />}
      {chrome.is === 'picture' && <PictureDialog page={page} pos={chrome.pos} />}
      {chrome.is === 'link' && <LinkDialog page={page} />}
      {chrome.is === 'card' && <CitationPeek page={page} id={chrome.citation} element={chrome.element} />}
    </>
  )
}

/** Whether the person is at the text or at what floats above it, and no pointer is drawing a selection. */
const useWriting = ({ editor }: OpenEditor): boolean => {
  const [writing, setWriting] = useState(false)
  useEffect(() => {
    const text = editor.view.dom
    const whole = text.closest<HTMLElement>('.brief-page')
    if (!whole) return
    let drawing = false
    const look = () => setWriting(!drawing && isWithin(whole, document.activeElement))
    // The element that gets the focus is known after the event.
    const onFocus = () => queueMicrotask(look)
    const onLeave = () => setTimeout(look, 0)
    const onDown = () => {
      drawing = true
    }
    const onUp = () => {
      drawing = false
      // The editor reads the new selection after this event.
      setTimeout(look, 0)
    }
    const onMove = (event: PointerEvent) => {
      if (drawing && event.buttons === 1) look()
    }
    look()
    whole.addEventListener('focusin', onFocus)
    whole.addEventListener('focusout', onLeave)
    text.addEventListener('pointerdown', onDown)
    text.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onUp)
    return () => {
      whole.removeEventListener('focusin', onFocus)
      whole.removeEventListener('focusout', onLeave)
      text.removeEventListener('pointerdown', onDown)
      text.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onUp)
    }
  }, [editor])
  return writing
}

/** A menu of a button on the page stands elsewhere in the document and holds the focus for it. */
const isWithin = (whole: HTMLElement, element: Element | null) =>
  element !== null &&
  ((whole.contains(element) && element.closest('.find-bar') === null) || element.closest('.menu') !== null)

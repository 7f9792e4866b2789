/** An open brief on the screen: the header row, what has to be said, and the panes. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Me } from '../../shared/wire/inputs.ts'
import { BriefContext } from '../brief/brief-context.ts'
import { capturesOf } from '../brief/captures.ts'
import type { EditorHandle } from '../brief/editor-handle.ts'
import { createFocus } from '../brief/focus.ts'
import { mayWrite } from '../brief/may-write.ts'
import type { OpenBrief } from '../brief/open-brief.ts'
import { useStore } from '../brief/use-store.ts'
import { watchesOf } from '../brief/watches.ts'
import { BriefBanners } from './brief-banners.tsx'
import { BriefHeader, type HeaderDialog } from './brief-header.tsx'
import { type Asked, BriefPalette } from './brief-palette.tsx'
import { BriefPanes } from './brief-panes.tsx'
import { ExampleLine } from './example-line.tsx'
import { coming } from '../ui/coming.tsx'
import { useLeavingGuard } from './use-leaving-guard.ts'
import { usePanes } from './use-panes.ts'
import { useSendWaiting } from './use-send-waiting.ts'
import { usePlaceInAddress } from './use-place-in-address.ts'
import '../styles/brief.css'

/** Most briefs never come back from Word: its script comes when it is asked for. */
const BringBackDialog = coming(
  async () => (await import('../features/word/bring-back-dialog.tsx')).BringBackDialog,
)

const BringBack = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const [wanted, setWanted] = useState(false)
  if (open && !wanted) setWanted(true)
  // It keeps the file and what was looked at while it is closed.
  return wanted && <BringBackDialog open={open} onOpenChange={onOpenChange} />
}

export const BriefScreen = ({ open, me }: { open: OpenBrief; me: Me }) => {
  const role = useStore(open.role)
  const standing = useStore(open.standing)
  const canWrite = mayWrite(role, standing)
  const panes = usePanes()
  const [focus] = useState(createFocus)
  const { evidence, changes } = watchesOf(open.doc, me.id)
  useEffect(() => changes.follow(), [changes])
  useLeavingGuard(open)
  useSendWaiting(open, me)

  // The panes' latest layout for calls that come from the editor, which outlives a drawing.
  const now = useRef(panes)
  useEffect(() => {
    now.current = panes
  })

  const [dialog, setDialog] = useState<HeaderDialog>(null)
  const [asked, setAsked] = useState<Asked>(null)
  const [editor, setEditor] = useState<EditorHandle | null>(null)
  const onReady = (handle: EditorHandle) => setEditor(showingThePage(handle, () => now.current.show('page')))
  const here = useMemo(
    () => ({
      id: open.briefId,
      doc: open.doc,
      me: { id: me.id, name: me.name },
      canWrite,
      owns: role === 'owner',
      news: open.news.notices,
      focus,
      evidence,
      captures: capturesOf(me.id),
      editor,
    }),
    [open.briefId, open.doc, open.news, me.id, me.name, canWrite, role, focus, evidence, editor],
  )

  const citedNow = useRef(false)
  const openPassage = (excerptId: string) => {
    const excerpt = evidence.get().excerpts.get(excerptId)
    if (!excerpt) return
    focus.openPassage(excerpt.source, excerptId)
    // A click on a citation shows its card; the reader turns to the passage without covering the page.
    if (!citedNow.current) panes.show('sources')
  }
  const openCitation = (id: string | null, byKey = false) => {
    focus.setCitation(id)
    if (!id) return
    citedNow.current = true
    queueMicrotask(() => {
      citedNow.current = false
    })
    panes.show('evidence')
    if (byKey) toCard(id)
    const cites = evidence.get().citations.get(id)?.cites ?? []
    const first = cites[0]
    if (first && !cites.some((cite) => cite.excerpt)) focus.openSource(first.source)
  }

  usePlaceInAddress({ editor, focus, onCitation: openCitation, onSource: () => panes.show('sources') })

  return (
    <BriefContext value={here}>
      <div className="brief-screen">
        <BriefHeader open={open} panes={panes} role={role} dialog={dialog} setDialog={setDialog} />
        <div>
          <BriefBanners open={open} />
          <ExampleLine briefId={open.briefId} />
        </div>
        <BriefPanes
          open={open}
          panes={panes}
          changes={changes}
          onReady={onReady}
          onCitation={openCitation}
          onOpenPassage={openPassage}
          onAsk={setAsked}
        />
        <BringBack open={dialog === 'word'} onOpenChange={(shown) => setDialog(shown ? 'word' : null)} />
        <BriefPalette
          asked={asked}
          onAsked={setAsked}
          panes={panes}
          onDialog={setDialog}
          onSource={(source) => {
            focus.openSource(source)
            panes.show('sources')
          }}
        />
      </div>
    </BriefContext>
  )
}

/** Once it is drawn: F6 and Esc lead back to the text, at the same citation. */
const toCard = (id: string) =>
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-citation-card="${CSS.escape(id)}"] .card-head`)?.focus(),
  )

/** Where one pane is seen at a time, what a person puts into the page turns to the page. */
const showingThePage = (handle: EditorHandle, show: () => void): EditorHandle => {
  const then = (done: boolean) => {
    if (done) {
      show()
      // The page takes focus once it is to be seen.
      requestAnimationFrame(handle.focus)
    }
    return done
  }
  return {
    ...handle,
    cite: (cites) => then(handle.cite(cites)),
    quote: (excerpt) => then(handle.quote(excerpt)),
    quoteInline: (excerpt) => then(handle.quoteInline(excerpt)),
    placeAgain: (id) => then(handle.placeAgain(id)),
    find() {
      show()
      requestAnimationFrame(() => handle.find())
    },
    showPlace(pos) {
      show()
      requestAnimationFrame(() => handle.showPlace(pos))
    },
    showCitation(id) {
      show()
      requestAnimationFrame(() => handle.showCitation(id))
    },
    showQuotation(index) {
      show()
      requestAnimationFrame(() => handle.showQuotation(index))
    },
  }
}

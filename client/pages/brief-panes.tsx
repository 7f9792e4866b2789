/** The three panes: sources, page and evidence; each a named landmark, all kept alive while one is hidden. */
import { FileText, Library, PanelLeftClose, PanelRightClose, Quote } from 'lucide-react'
import { type CSSProperties, type ReactNode, useDeferredValue, useRef } from 'react'
import { readAbout } from '../../shared/brief/about.ts'
import { roots } from '../../shared/brief/document.ts'
import { useBrief } from '../brief/brief-context.ts'
import type { EditorHandle } from '../brief/editor-handle.ts'
import type { Changes } from '../brief/changes.ts'
import type { OpenBrief } from '../brief/open-brief.ts'
import type { Store } from '../brief/store.ts'
import { useShared } from '../brief/use-shared.ts'
import { useStore } from '../brief/use-store.ts'
import { BriefEditor } from '../features/editor/brief-editor.tsx'
import { coming } from '../ui/coming.tsx'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { keyText } from '../ui/key-text.ts'
import { PageStatus } from './page-status.tsx'
import { PaneResizer } from './pane-resizer.tsx'
import { usePaneKeys } from './use-pane-keys.ts'
import { type Pane, PANES, type Panes } from './use-panes.ts'
import { say } from '../words/en/brief-page.ts'

// On their way while the text opens, which does not wait for them.
const sourcesCome = import('../features/sources/sources-pane.tsx')
const evidenceComes = import('../features/cite/evidence-pane.tsx')
// Said where it is missed, by the pane.
for (const script of [sourcesCome, evidenceComes]) script.catch(() => undefined)
const SourcesPane = coming(async () => (await sourcesCome).SourcesPane)
const EvidencePane = coming(async () => (await evidenceComes).EvidencePane)

const TITLES: Record<Pane, string> = { sources: say.sources, page: say.brief, evidence: say.evidence }

export const BriefPanes = ({
  open,
  panes,
  changes,
  onReady,
  onCitation,
  onOpenPassage,
  onAsk,
}: {
  open: OpenBrief
  panes: Panes
  changes: Store<Changes>
  onReady: (handle: EditorHandle) => void
  onCitation: (id: string | null, byKey?: boolean) => void
  onOpenPassage: (excerptId: string) => void
  onAsk: (asked: 'palette' | 'shortcuts') => void
}) => {
  const { me, canWrite, focus, editor } = useBrief()
  const { citation } = useStore(focus)
  // Of what is not here yet nothing is said: not that there is no source, either.
  const isReady = useStore(open.ready)
  // The page is drawn first, and its editor opened: who came to write does not wait for what stands beside.
  const isBesideDue = useDeferredValue(isReady, false)
  const about = useShared(open.doc, roots(open.doc).about, readAbout)
  const root = useRef<HTMLDivElement>(null)
  usePaneKeys({ root, panes, editor, onAsk })
  const { room, layout, isShown } = panes
  const style = {
    '--sources-width': room === 'wide' && isShown('sources') ? `${layout.sources}px` : '0px',
    '--evidence-width': isShown('evidence') ? `${layout.evidence}px` : '0px',
    '--drawer-width': `${layout.sources}px`,
  } as CSSProperties
  return (
    <>
      <div ref={root} className="panes" data-room={room} style={style}>
        <PaneFrame pane="sources" panes={panes}>
          {isBesideDue && <SourcesPane />}
        </PaneFrame>
        <main
          className="pane pane-page"
          aria-label={say.brief}
          data-pane="page"
          tabIndex={-1}
          hidden={!isShown('page')}
        >
          <div className="pane-scroll">
            <ErrorBoundary label={say.thePage}>
              <BriefEditor
                open={open}
                me={me}
                canWrite={canWrite}
                onReady={onReady}
                activeCitation={citation}
                onCitation={onCitation}
                onOpenPassage={onOpenPassage}
              />
            </ErrorBoundary>
          </div>
          {editor && (
            <PageStatus editor={editor} template={about.template} onPalette={() => onAsk('palette')} />
          )}
        </main>
        <PaneFrame pane="evidence" panes={panes}>
          {isBesideDue && (
            <EvidencePane
              open={open}
              changes={changes}
              me={me}
              canWrite={canWrite}
              active={citation}
              onActive={focus.setCitation}
              onOpenPassage={onOpenPassage}
              editor={editor}
            />
          )}
        </PaneFrame>
      </div>
      {room === 'narrow' && <BottomTabs panes={panes} />}
    </>
  )
}

/** A side pane with its title and the button that folds it. */
const PaneFrame = ({
  pane,
  panes,
  children,
}: {
  pane: 'sources' | 'evidence'
  panes: Panes
  children: ReactNode
}) => {
  const { room, layout, isShown, toggle, setWidth } = panes
  const side = pane === 'sources' ? 'left' : 'right'
  const keys = keyText(pane === 'sources' ? 'mod alt [' : 'mod alt ]')
  return (
    <aside
      className={`pane pane-${pane}`}
      aria-label={TITLES[pane]}
      data-pane={pane}
      tabIndex={-1}
      hidden={!isShown(pane)}
    >
      <div className="pane-head">
        <h2>{TITLES[pane]}</h2>
        {room !== 'narrow' && (
          <IconButton
            label={say.fold(TITLES[pane])}
            keys={keys}
            icon={side === 'left' ? <PanelLeftClose /> : <PanelRightClose />}
            onClick={() => toggle(pane)}
          />
        )}
      </div>
      <div className="pane-scroll">
        <ErrorBoundary label={say.thePane(TITLES[pane])}>{children}</ErrorBoundary>
      </div>
      {room !== 'narrow' && (
        <PaneResizer
          label={say.widthOf(TITLES[pane])}
          side={side}
          width={layout[pane]}
          onWidth={(width) => setWidth(pane, width)}
        />
      )}
    </aside>
  )
}

const ICONS: Record<Pane, ReactNode> = {
  sources: <Library aria-hidden />,
  page: <FileText aria-hidden />,
  evidence: <Quote aria-hidden />,
}

const BottomTabs = ({ panes }: { panes: Panes }) => (
  <nav className="bottom-tabs" aria-label={say.panes}>
    {PANES.map((pane) => (
      <button key={pane} type="button" aria-pressed={panes.isShown(pane)} onClick={() => panes.show(pane)}>
        {ICONS[pane]}
        {TITLES[pane]}
      </button>
    ))}
  </nav>
)

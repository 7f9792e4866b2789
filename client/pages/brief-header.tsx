/** The one header row of a brief. */
import { ArrowLeft, Download, PanelLeft, PanelRight, Share2 } from 'lucide-react'
import { Link } from 'wouter'
import { readAbout } from '../../shared/brief/about.ts'
import { roots } from '../../shared/brief/document.ts'
import { can, type Role } from '../../shared/brief/role.ts'
import { useBrief } from '../brief/brief-context.ts'
import { roleName } from '../brief/role-name.ts'
import type { OpenBrief } from '../brief/open-brief.ts'
import { useStore } from '../brief/use-store.ts'
import { useShared } from '../brief/use-shared.ts'
import { ExportDialog } from '../features/export/export-dialog.tsx'
import { People } from '../features/presence/people.tsx'
import { ShareDialog } from '../features/sharing/share-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { BriefTitle } from './brief-title.tsx'
import { SavedState } from './saved-state.tsx'
import type { Panes } from './use-panes.ts'
import { say } from '../words/en/brief-page.ts'

export type HeaderDialog = 'share' | 'export' | 'word' | null

export const BriefHeader = ({
  open,
  panes,
  role,
  dialog,
  setDialog,
}: {
  open: OpenBrief
  panes: Panes
  role: Role
  dialog: HeaderDialog
  setDialog: (dialog: HeaderDialog) => void
}) => {
  const { me, canWrite } = useBrief()
  const about = useShared(open.doc, roots(open.doc).about, readAbout)
  const isReady = useStore(open.ready)
  const narrow = panes.room === 'narrow'
  return (
    <header className="brief-header">
      <Link href="/" className="icon-button" aria-label={say.allBriefs}>
        <ArrowLeft />
      </Link>
      {!narrow && !panes.isShown('sources') && (
        <IconButton label={say.showSources} icon={<PanelLeft />} onClick={() => panes.show('sources')} />
      )}
      <BriefTitle title={isReady ? about.title : open.titleBefore} canWrite={canWrite && isReady} />
      {about.handling && <span className="handling">{about.handling}</span>}
      {!canWrite && !narrow && <span className="muted small">{roleName[role]}</span>}
      <SavedState open={open} />
      <div className="brief-header-end">
        <People people={useStore(open.people)} few={narrow} />
        {narrow ? (
          <>
            <IconButton label={say.share} icon={<Share2 />} onClick={() => setDialog('share')} />
            <IconButton label={say.exportIt} icon={<Download />} onClick={() => setDialog('export')} />
          </>
        ) : (
          <>
            <Button onClick={() => setDialog('share')}>{say.share}</Button>
            <Button onClick={() => setDialog('export')}>{say.exportIt}</Button>
          </>
        )}
        {!narrow && !panes.isShown('evidence') && (
          <IconButton label={say.showEvidence} icon={<PanelRight />} onClick={() => panes.show('evidence')} />
        )}
      </div>
      <ShareDialog
        briefId={open.briefId}
        myId={me.id}
        owner={can(role, 'own')}
        canWrite={can(role, 'write')}
        changes={useStore(open.news.members)}
        open={dialog === 'share'}
        onOpenChange={(shown) => setDialog(shown ? 'share' : null)}
      />
      <ExportDialog
        briefId={open.briefId}
        canWrite={canWrite && isReady}
        doc={open.doc}
        open={dialog === 'export'}
        onOpenChange={(shown) => setDialog(shown ? 'export' : null)}
        onBringBack={() => setDialog('word')}
      />
    </header>
  )
}

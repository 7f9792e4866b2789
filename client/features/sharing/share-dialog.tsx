/** Who is in a brief, the links that let others in, and its pages for readers. Owners let in; who writes publishes; everybody sees. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { LinkList } from './link-list.tsx'
import { MakeLink } from './make-link.tsx'
import { MemberList } from './member-list.tsx'
import { ReasonList } from './reason-list.tsx'
import { PublishPart } from './publish-part.tsx'
import { VersionList } from './version-list.tsx'
import '../../styles/sharing.css'
import { say } from '../../words/en/sharing.ts'

export const ShareDialog = ({
  briefId,
  myId,
  owner,
  canWrite,
  changes,
  open,
  onOpenChange,
}: {
  briefId: string
  myId: string
  owner: boolean
  canWrite: boolean
  /** How often members changed since the page was opened. */
  changes: number
  open: boolean
  onOpenChange: (open: boolean) => void
}) => {
  const [uncopied, setUncopied] = useState(false)
  const [asked, setAsked] = useState(false)
  const close = () => {
    setUncopied(false)
    setAsked(false)
    onOpenChange(false)
  }
  // Closing once more is an answer, too.
  const changeOpen = (next: boolean) => {
    if (next) onOpenChange(true)
    else if (uncopied && !asked) setAsked(true)
    else close()
  }
  // Asked again at each opening, and when the server says that members changed.
  const members = useQuery({
    queryKey: ['members', briefId, changes],
    queryFn: () => api.members(briefId),
    enabled: open,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const links = useQuery({
    queryKey: ['links', briefId, changes],
    queryFn: () => api.links(briefId),
    enabled: open && owner,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const versions = useQuery({
    queryKey: ['publications', briefId],
    queryFn: () => api.publications(briefId),
    enabled: open,
    staleTime: 0,
  })
  const reasons = useQuery({
    queryKey: ['export-reasons', briefId, versions.dataUpdatedAt],
    queryFn: () => api.exportReasons(briefId),
    enabled: open && canWrite,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const error = members.error ?? links.error ?? versions.error ?? reasons.error
  return (
    <Dialog open={open} onOpenChange={changeOpen} title={say.share} wide>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {owner && (
        <MakeLink
          briefId={briefId}
          uncopied={uncopied}
          asked={asked}
          onUncopied={(next) => {
            setUncopied(next)
            setAsked(false)
          }}
          onClose={close}
        />
      )}
      {links.data && links.data.length > 0 && <LinkList briefId={briefId} links={links.data} />}
      {members.data && <MemberList briefId={briefId} members={members.data} myId={myId} owner={owner} />}
      {canWrite && <PublishPart briefId={briefId} />}
      {versions.data && versions.data.length > 0 && (
        <VersionList briefId={briefId} versions={versions.data} canWrite={canWrite} />
      )}
      {reasons.data && reasons.data.length > 0 && <ReasonList reasons={reasons.data} />}
    </Dialog>
  )
}

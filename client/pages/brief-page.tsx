/** One brief: finds out whether this person may open it, and opens it for as long as the page is there. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { api, sentenceOf } from '../api.ts'
import { briefHere } from '../device/answers.ts'
import { briefOfPage } from '../device/came-with.ts'
import type { OpenBrief } from '../brief/open-brief.ts'
import { createStore } from '../brief/store.ts'
import { useStore } from '../brief/use-store.ts'
import type { BriefSummary, Me } from '../../shared/wire/inputs.ts'
import { Button } from '../ui/button.tsx'
import { BriefScreen } from './brief-screen.tsx'
import { openNow } from './open-early.ts'
import { PlainPage } from './plain-page.tsx'
import { say } from '../words/en/brief-page.ts'

export const BriefPage = ({ briefId, me }: { briefId: string; me: Me }) => {
  const queries = useQueryClient()
  const summary = useQuery({
    queryKey: ['brief', briefId],
    queryFn: () => briefHere(me.id, briefId, () => api.brief(briefId)),
    // What the list knows, or the page came with, opens the brief at once, and when the server is away.
    initialData: () =>
      queries.getQueryData<BriefSummary[]>(['briefs'])?.find((brief) => brief.id === briefId) ??
      briefOfPage(briefId),
    initialDataUpdatedAt: 0,
  })
  // A role decides what is opened; a changed one opens it anew.
  if (summary.data) return <Opened key={summary.data.role} brief={summary.data} me={me} />
  if (!summary.error) return null
  return (
    <PlainPage title={say.cannotBeOpened}>
      <p role="alert">{sentenceOf(summary.error)}</p>
      <p className="row">
        <Button onClick={() => void summary.refetch()}>{say.tryAgain}</Button>
        <Link href="/">{say.goToYourBriefs}</Link>
      </p>
    </PlainPage>
  )
}

const Opened = ({ brief, me }: { brief: BriefSummary; me: Me }) => {
  const [desk] = useState(() => briefDesk(() => openNow({ brief, me })))
  useEffect(() => desk.open(), [desk])
  const open = useStore(desk.lies)
  return open && <OfCopy open={open} me={me} />
}

/** An open brief lives as long as its page is drawn, which may be twice in a row. */
const briefDesk = (openIt: () => OpenBrief) => {
  const lies = createStore<OpenBrief | null>(null)
  return {
    lies,
    /** Returns its undoing. */
    open() {
      const opened = openIt()
      lies.set(opened)
      return () => {
        lies.set(null)
        void opened.close()
      }
    },
  }
}

/** All that hangs on a document is made anew with it. */
const OfCopy = ({ open, me }: { open: OpenBrief; me: Me }) => (
  <BriefScreen key={useStore(open.copy)} open={open} me={me} />
)

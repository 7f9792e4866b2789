/** The list of one's briefs, and the ways to a new one. */
import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api, sentenceOf } from '../api.ts'
import { briefsHere } from '../device/answers.ts'
import { BriefRow } from '../features/briefs/brief-row.tsx'
import { ImportBrief } from '../features/briefs/import-brief.tsx'
import { NewBriefDialog } from '../features/briefs/new-brief-dialog.tsx'
import type { Me } from '../../shared/wire/inputs.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { HomeFrame } from './home-frame.tsx'
import { say } from '../words/en/pages.ts'

export const BriefsPage = ({ me }: { me: Me }) => {
  const briefs = useQuery({ queryKey: ['briefs'], queryFn: () => briefsHere(me.id, api.briefs) })
  const [making, setMaking] = useState(false)
  const [, go] = useLocation()
  const open = (id: string) => go(`/b/${id}`)

  return (
    <HomeFrame
      me={me}
      at="briefs"
      title={say.briefs}
      actions={
        <>
          <ImportBrief onImported={open} />
          <Button look="primary" onClick={() => setMaking(true)}>
            {say.newBrief}
          </Button>
        </>
      }
    >
      {briefs.error && (
        <p role="alert" className="briefs-error">
          {sentenceOf(briefs.error)} <Button onClick={() => void briefs.refetch()}>{say.tryAgain}</Button>
        </p>
      )}
      {briefs.data?.length === 0 && (
        <EmptyState icon={<FileText aria-hidden />} title={say.noBriefYet}>
          <p>{say.howToBegin}</p>
        </EmptyState>
      )}
      {briefs.data && briefs.data.length > 0 && (
        <ul className="briefs-list" aria-label={say.briefs}>
          {briefs.data.map((brief) => (
            <BriefRow key={brief.id} brief={brief} onOpen={open} />
          ))}
        </ul>
      )}
      <NewBriefDialog open={making} onOpenChange={setMaking} onMade={open} />
    </HomeFrame>
  )
}

/** One brief of the list: its title, one's role, how many people, when it changed. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { MoreHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, sentenceOf } from '../../api.ts'
import { roleName } from '../../brief/role-name.ts'
import type { BriefSummary } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { whenText } from '../../ui/when.ts'
import { DeleteBriefDialog } from './delete-brief-dialog.tsx'

export const BriefRow = ({ brief, onOpen }: { brief: BriefSummary; onOpen: (id: string) => void }) => {
  const queries = useQueryClient()
  const [deleting, setDeleting] = useState(false)
  const copy = useMutation({
    mutationFn: () => api.newBrief(brief.title, brief.id),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['briefs'] })
      onOpen(id)
    },
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  return (
    <li className="brief-row">
      <div className="brief-row-words">
        <Link href={`/b/${brief.id}`} className="brief-row-title">
          {brief.title || 'Untitled brief'}
        </Link>
        <p className="muted small">
          {brief.example && <span className="brief-row-example">Example</span>}
          {roleName[brief.role]} · {counted(brief.people, 'person', 'people')} · changed{' '}
          <time dateTime={brief.changedAt}>{whenText(brief.changedAt)}</time>
        </p>
      </div>
      {brief.example && (
        <Button busy={copy.isPending} onClick={() => copy.mutate()}>
          Make it yours
        </Button>
      )}
      {brief.role === 'owner' && (
        <Menu trigger={<IconButton label={`More for ${brief.title}`} icon={<MoreHorizontal />} />}>
          <MenuItem danger icon={<Trash2 />} onSelect={() => setDeleting(true)}>
            Delete…
          </MenuItem>
        </Menu>
      )}
      <DeleteBriefDialog brief={brief} open={deleting} onOpenChange={setDeleting} />
    </li>
  )
}

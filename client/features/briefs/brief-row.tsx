/** One brief of the list: its title, one's role, how many people, when it changed. */
import { MoreHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { roleName } from '../../brief/role-name.ts'
import type { BriefSummary } from '../../../shared/wire/inputs.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { whenText } from '../../ui/when.ts'
import { DeleteBriefDialog } from './delete-brief-dialog.tsx'
import { MakeItYours } from './make-it-yours.tsx'
import { say } from '../../words/en/briefs.ts'

export const BriefRow = ({ brief, onOpen }: { brief: BriefSummary; onOpen: (id: string) => void }) => {
  const [deleting, setDeleting] = useState(false)
  return (
    <li className="brief-row">
      <div className="brief-row-words">
        <Link href={`/b/${brief.id}`} className="brief-row-title">
          {brief.title || say.untitledBrief}
        </Link>
        <p className="muted small">
          {brief.example && <span className="brief-row-example">{say.example}</span>}
          {roleName[brief.role]} · {say.people(brief.people)} · {say.changed}{' '}
          <time dateTime={brief.changedAt}>{whenText(brief.changedAt)}</time>
        </p>
      </div>
      {brief.example && <MakeItYours brief={brief} onOpen={onOpen} />}
      {brief.role === 'owner' && (
        <Menu trigger={<IconButton label={say.moreFor(brief.title)} icon={<MoreHorizontal />} />}>
          <MenuItem danger icon={<Trash2 />} onSelect={() => setDeleting(true)}>
            {say.deleteBrief}
          </MenuItem>
        </Menu>
      )}
      <DeleteBriefDialog brief={brief} open={deleting} onOpenChange={setDeleting} />
    </li>
  )
}

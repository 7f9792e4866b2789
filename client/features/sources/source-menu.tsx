/** What one can do with a whole source. */
import { Merge, MoreHorizontal, Pencil, Quote, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { EditSourceDialog } from './edit-source-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { titleOf } from './source-line.ts'
import { useCiting } from './use-citing.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

export const SourceMenu = ({ source }: { source: Source }) => {
  const { doc, me, focus, editor } = useBrief()
  const [editing, setEditing] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const [merging, setMerging] = useState(false)
  const { citeSource } = useCiting()
  const remove = () => {
    changeSource(doc, source.id, {
      removed: { by: { id: me.id, name: me.name }, at: new Date().toISOString() },
    })
    if (focus.get().source === source.id) focus.closeSource()
    toast({
      title: 'Taken out of the list.',
      description: 'Its excerpts stay, and so does what cites it.',
      action: { label: 'Put back', run: () => changeSource(doc, source.id, { removed: null }) },
    })
  }
  return (
    <>
      <Menu trigger={<IconButton label={`More for ${titleOf(source)}`} icon={<MoreHorizontal />} />}>
        {editor && (
          <MenuItem icon={<Quote />} onSelect={() => citeSource(source.id)}>
            Cite the source
          </MenuItem>
        )}
        <MenuItem icon={<Pencil />} onSelect={() => setEditing(true)}>
          Edit details
        </MenuItem>
        <MenuItem icon={<Merge />} onSelect={() => setMerging(true)}>
          Merge with…
        </MenuItem>
        <MenuItem icon={<TriangleAlert />} onSelect={() => setWithdrawing(true)}>
          Withdraw…
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 />} onSelect={remove}>
          Remove from the list
        </MenuItem>
      </Menu>
      {withdrawing && <WithdrawDialog source={source} onClose={() => setWithdrawing(false)} />}
      {merging && <MergeDialog source={source} onClose={() => setMerging(false)} />}
      {editing && <EditSourceDialog source={source} onClose={() => setEditing(false)} />}
    </>
  )
}

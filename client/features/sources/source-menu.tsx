/** What one can do with a whole source. */
import {
  BookOpen,
  CalendarClock,
  FilePlus2,
  Merge,
  MoreHorizontal,
  Pencil,
  Quote,
  RefreshCw,
  Trash2,
  TriangleAlert,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import type { SourceCheck } from '../../../shared/wire/inputs.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.ts'
import { EditSourceDialog } from './edit-source-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { NewerCopyDialog } from './newer-copy-dialog.tsx'
import { OtherPagesDialog, pagesRead } from './other-pages-dialog.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { titleOf } from './source-line.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'
import { canCheck, useChecking } from './use-checking.ts'
import { useCiting } from './use-citing.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { say } from '../../words/en/sources.ts'

export const SourceMenu = ({ source, check }: { source: Source; check: SourceCheck | undefined }) => {
  const { doc, me, owns, focus, editor } = useBrief()
  const checking = useChecking()
  const [newer, setNewer] = useState(false)
  const [reading, setReading] = useState(false)
  const [scheduling, setScheduling] = useState(false)
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
      title: say.takenOutOfTheList,
      description: say.whatStays,
      action: { label: say.putBack, run: () => changeSource(doc, source.id, { removed: null }) },
    })
  }
  return (
    <>
      <Menu trigger={<IconButton label={say.moreFor(titleOf(source))} icon={<MoreHorizontal />} />}>
        {editor && (
          <MenuItem icon={<Quote />} onSelect={() => citeSource(source.id)}>
            {say.citeTheSource}
          </MenuItem>
        )}
        <MenuItem icon={<Pencil />} onSelect={() => setEditing(true)}>
          {say.editDetails}
        </MenuItem>
        <MenuItem icon={<Merge />} onSelect={() => setMerging(true)}>
          {say.mergeWith}
        </MenuItem>
        <MenuSeparator />
        {canCheck(source) && (
          <>
            <MenuItem icon={<RefreshCw />} onSelect={() => void checking.check(source)}>
              {say.checkAgain}
            </MenuItem>
            {!source.withdrawn && (
              <MenuItem icon={<CalendarClock />} onSelect={() => setScheduling(true)}>
                {say.scheduleNext}
              </MenuItem>
            )}
          </>
        )}
        <MenuItem icon={<FilePlus2 />} onSelect={() => setNewer(true)}>
          {say.addANewerCopyNext}
        </MenuItem>
        {pagesRead(source) && (
          <MenuItem icon={<BookOpen />} onSelect={() => setReading(true)}>
            {say.readOtherPagesNext}
          </MenuItem>
        )}
        {!source.withdrawn && (
          <MenuItem icon={<TriangleAlert />} onSelect={() => setWithdrawing(true)}>
            {say.withdraw}
          </MenuItem>
        )}
        {source.withdrawn && (owns || source.withdrawn.by.id === me.id) && (
          <MenuItem icon={<Undo2 />} onSelect={() => setWithdrawing(true)}>
            {say.takeTheWithdrawalBack}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 />} onSelect={remove}>
          {say.removeFromTheList}
        </MenuItem>
      </Menu>
      {newer && <NewerCopyDialog source={source} onClose={() => setNewer(false)} />}
      {reading && <OtherPagesDialog source={source} onClose={() => setReading(false)} />}
      {scheduling && <ScheduleDialog source={source} check={check} onClose={() => setScheduling(false)} />}
      {withdrawing &&
        (source.withdrawn ? (
          <TakeBackDialog source={source} onClose={() => setWithdrawing(false)} />
        ) : (
          <WithdrawDialog source={source} onClose={() => setWithdrawing(false)} />
        ))}
      {merging && <MergeDialog source={source} onClose={() => setMerging(false)} />}
      {editing && <EditSourceDialog source={source} onClose={() => setEditing(false)} />}
    </>
  )
}

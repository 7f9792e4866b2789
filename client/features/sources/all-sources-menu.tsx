/** What one can do with all sources of a brief at once. */
import { CalendarClock, MoreHorizontal, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { useChecking } from './use-checking.ts'

export const AllSourcesMenu = () => {
  const { checkAll } = useChecking()
  const [scheduling, setScheduling] = useState(false)
  return (
    <>
      <Menu trigger={<IconButton label="More for all sources" icon={<MoreHorizontal />} />}>
        <MenuItem icon={<RefreshCw />} onSelect={() => void checkAll()}>
          Check all again
        </MenuItem>
        <MenuItem icon={<CalendarClock />} onSelect={() => setScheduling(true)}>
          Check all on a schedule…
        </MenuItem>
      </Menu>
      {scheduling && <ScheduleDialog source={null} check={undefined} onClose={() => setScheduling(false)} />}
    </>
  )
}

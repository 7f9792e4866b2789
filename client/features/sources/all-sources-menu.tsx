/** What one can do with all sources of a brief at once. */
import { CalendarClock, MoreHorizontal, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { useChecking } from './use-checking.ts'
import { say } from '../../words/en/sources.ts'

export const AllSourcesMenu = () => {
  const { checkAll } = useChecking()
  const [scheduling, setScheduling] = useState(false)
  return (
    <>
      <Menu trigger={<IconButton label={say.moreForAllSources} icon={<MoreHorizontal />} />}>
        <MenuItem icon={<RefreshCw />} onSelect={() => void checkAll()}>
          {say.checkAllAgain}
        </MenuItem>
        <MenuItem icon={<CalendarClock />} onSelect={() => setScheduling(true)}>
          {say.checkAllOnASchedule}
        </MenuItem>
      </Menu>
      {scheduling && <ScheduleDialog source={null} check={undefined} onClose={() => setScheduling(false)} />}
    </>
  )
}

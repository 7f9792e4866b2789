/** Which Vouch this is, and on what terms it may be used. */
import { version } from '../../../package.json'
import { Dialog } from '../../ui/dialog.tsx'

export const AboutDialog = ({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) => (
  <Dialog open={open} onOpenChange={onOpenChange} title="About Vouch">
    <p>Version {version}</p>
    <p>Free software under the GNU Affero General Public License, version 3 or later (AGPL-3.0-or-later).</p>
  </Dialog>
)

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
    <p>
      Citation styles and their languages are those of the{' '}
      <a href="https://citationstyles.org/" target="_blank" rel="noopener noreferrer">
        Citation Style Language project
      </a>
      , unchanged, under{' '}
      <a href="https://creativecommons.org/licenses/by-sa/3.0/" target="_blank" rel="noopener noreferrer">
        Creative Commons Attribution-ShareAlike 3.0
      </a>
      . They are set by citeproc-js, © Frank Bennett, under the GNU Affero General Public License.
    </p>
  </Dialog>
)

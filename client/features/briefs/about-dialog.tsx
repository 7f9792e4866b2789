/** Which Vouch this is, and on what terms it may be used. */
import { version } from '../../../package.json'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../words/en/briefs.ts'

export const AboutDialog = ({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) => (
  <Dialog open={open} onOpenChange={onOpenChange} title={say.aboutVouch}>
    <p>{say.version(version)}</p>
    <p>{say.license}</p>
    <p>
      {say.stylesAreOf}{' '}
      <a href="https://citationstyles.org/" target="_blank" rel="noopener noreferrer">
        {say.styleProject}
      </a>
      {say.stylesUnchangedUnder}{' '}
      <a href="https://creativecommons.org/licenses/by-sa/3.0/" target="_blank" rel="noopener noreferrer">
        {say.stylesLicense}
      </a>
      {say.stylesSetBy}
    </p>
  </Dialog>
)

/** Asks before signing out takes away what has not reached the server yet, and names the briefs. */
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../words/en/briefs.ts'

export const SignOutDialog = ({
  briefs,
  onStay,
  onSignOut,
}: {
  briefs: readonly string[]
  onStay: () => void
  onSignOut: () => void
}) => (
  <Dialog open={briefs.length > 0} onOpenChange={(open) => !open && onStay()} title={say.notEverythingIsSent}>
    <p>{say.signingOutLoses}</p>
    <ul>
      {briefs.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
    <p>{say.howToKeepThem}</p>
    <p className="row form-end">
      <Button onClick={onSignOut}>{say.signOutAndLoseThem}</Button>
      <Button look="primary" onClick={onStay}>
        {say.staySignedIn}
      </Button>
    </p>
  </Dialog>
)

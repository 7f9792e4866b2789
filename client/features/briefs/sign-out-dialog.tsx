/** Asks before signing out takes away what has not reached the server yet, and names the briefs. */
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

export const SignOutDialog = ({
  briefs,
  onStay,
  onSignOut,
}: {
  briefs: readonly string[]
  onStay: () => void
  onSignOut: () => void
}) => (
  <Dialog open={briefs.length > 0} onOpenChange={(open) => !open && onStay()} title="Not everything is sent">
    <p>
      Signing out takes your briefs off this device. Changes that have not reached the server, and recovered
      text that you have not put away, would be lost, in:
    </p>
    <ul>
      {briefs.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
    <p>Open them while you are connected, wait for “Saved”, and copy what was recovered.</p>
    <p className="row form-end">
      <Button onClick={onSignOut}>Sign out and lose them</Button>
      <Button look="primary" onClick={onStay}>
        Stay signed in
      </Button>
    </p>
  </Dialog>
)

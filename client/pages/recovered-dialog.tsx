/** Text that did not get into the brief, or that a merge took out of it: to be read, copied and put away. */
import type { Recovered } from '../brief/local-store.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { whenText } from '../ui/when.ts'
import { say } from '../words/en/brief-page.ts'

const why = (because: Recovered['because'], when: string): string => {
  if (because === 'refused') return say.roleDidNotLet(when)
  if (because === 'no-room') return say.briefWasFull(when)
  if (because === 'not-understood') return say.serverCouldNotRead(when)
  if (because === 'began-anew') return say.briefWasRestored(when)
  if (because === 'came-late') return say.youChangedIt(when)
  return say.colleagueChangedIt(when)
}

export const RecoveredDialog = ({
  recovered,
  onDismiss,
  open,
  onOpenChange,
}: {
  recovered: Recovered[]
  onDismiss: (id: string) => void
  open: boolean
  onOpenChange: (open: boolean) => void
}) => (
  <Dialog open={open} onOpenChange={onOpenChange} title={say.recoveredText} wide>
    {recovered.map(({ id, at, because, texts }) => (
      <section key={id} className="recovered">
        <p className="muted small">{why(because, whenText(at))}</p>
        <div className="recovered-text">{texts.join('\n\n')}</div>
        <p className="row form-end">
          <Button onClick={() => onDismiss(id)}>{say.dismissRecovered}</Button>
          <Button look="primary" onClick={() => void copyText(texts.join('\n\n'), say.textCopied)}>
            {say.copyText}
          </Button>
        </p>
      </section>
    ))}
  </Dialog>
)

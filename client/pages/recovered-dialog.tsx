/** Text that did not get into the brief, or that a merge took out of it: to be read, copied and put away. */
import type { Recovered } from '../brief/local-store.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { whenText } from '../ui/when.ts'

const why = (because: Recovered['because'], when: string): string => {
  if (because === 'refused') return `Your role did not let you write when this was sent, ${when}.`
  if (because === 'no-room')
    return `The brief is as large as a brief can be, so this was not added, ${when}. Take something out, then paste it again.`
  if (because === 'not-understood')
    return `The server could not read this change, ${when}. Reload the page, then paste the words again.`
  if (because === 'began-anew')
    return `The brief was restored on the server to an earlier state, ${when}. These words were not in it any more:`
  if (because === 'came-late')
    return `You changed this paragraph while a colleague wrote in it, ${when}. These words of theirs were not in it any more:`
  return `A colleague changed this paragraph while you wrote in it, ${when}. These words were not in it any more:`
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
  <Dialog open={open} onOpenChange={onOpenChange} title="Recovered text" wide>
    {recovered.map(({ id, at, because, texts }) => (
      <section key={id} className="recovered">
        <p className="muted small">{why(because, whenText(at))}</p>
        <div className="recovered-text">{texts.join('\n\n')}</div>
        <p className="row form-end">
          <Button onClick={() => onDismiss(id)}>I need it no more</Button>
          <Button look="primary" onClick={() => copyText(texts.join('\n\n'), 'Text copied.')}>
            Copy text
          </Button>
        </p>
      </section>
    ))}
  </Dialog>
)

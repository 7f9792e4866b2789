/**
 * The address of a new link, which nobody can see again: it says so in plain sight, its button to copy has the focus, and who closes
 * without a copy is `asked` once.
 */
import { Copy, KeyRound } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { takeFocus } from '../../ui/take-focus.ts'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/en/sharing.ts'

export const ShownOnce = ({
  url,
  copied,
  asked,
  onCopied,
  onClose,
}: {
  url: string
  copied: boolean
  asked: boolean
  onCopied: () => void
  onClose: () => void
}) => {
  const copy = async (then?: () => void) => {
    if (!(await copyText(url, say.linkCopied))) return
    onCopied()
    then?.()
  }
  return (
    <div className="shown-once" data-asked={asked || undefined}>
      <p className="shown-once-says">
        <KeyRound aria-hidden />
        <strong>{copied ? say.linkIsCopied : say.linkShownOnlyNow}</strong>
      </p>
      <div className="share-link">
        <TextField
          label={say.link}
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
          // By the browser's own keys, too: on plain http nothing else copies.
          onCopy={onCopied}
          hint={say.whoOpensTheLink}
        />
        <Button look="primary" ref={takeFocus} icon={<Copy aria-hidden />} onClick={() => void copy()}>
          {say.copyLink}
        </Button>
      </div>
      {asked && (
        <div role="alert" className="shown-once-asks">
          <p>{say.notCopiedYet}</p>
          <p className="row">
            {/* It takes the focus from wherever closing was asked for. */}
            <Button ref={takeFocus} onClick={() => void copy(onClose)}>
              {say.copyAndClose}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {say.closeWithoutIt}
            </Button>
          </p>
        </div>
      )}
    </div>
  )
}

/** Sets, changes or takes away the link of the selected words. */
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { linkAddress } from './link-address.ts'
import type { OpenEditor } from './open-editor.ts'

export const LinkDialog = ({ page }: { page: OpenEditor }) => {
  const { editor, chrome } = page
  const before = String(editor.getAttributes('link').href ?? '')
  const [typed, setTyped] = useState(before)
  const [refused, setRefused] = useState(false)
  const close = () => {
    chrome.set({ is: 'nothing' })
    editor.view.focus()
  }
  const save = () => {
    const href = linkAddress(typed)
    if (!href) return setRefused(true)
    editor.chain().extendMarkRange('link').setLink({ href }).run()
    close()
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetLink().run()
    close()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title="Link"
      footer={
        <>
          {before !== '' && <Button onClick={remove}>Remove link</Button>}
          <Button look="primary" type="submit" form="link-form">
            Save
          </Button>
        </>
      }
    >
      <form
        id="link-form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label="Address"
          value={typed}
          onValue={(value) => {
            setTyped(value)
            setRefused(false)
          }}
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          error={refused ? 'This is no address that a link can lead to. Web and mail addresses are.' : null}
        />
      </form>
    </Dialog>
  )
}

/** Sets, changes or takes away the link of the selected words. */
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { linkAddress } from './link-address.ts'
import type { OpenEditor } from './open-editor.ts'
import { say } from '../../words/en/editor.ts'

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
      title={say.link}
      footer={
        <>
          {before !== '' && <Button onClick={remove}>{say.removeLink}</Button>}
          <Button look="primary" type="submit" form="link-form">
            {say.save}
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
          label={say.address}
          value={typed}
          onValue={(value) => {
            setTyped(value)
            setRefused(false)
          }}
          inputMode="url"
          autoComplete="off"
          placeholder={say.addressBegins}
          error={refused ? say.notAnAddress : null}
        />
      </form>
    </Dialog>
  )
}

/** Asks for the words that stand for a picture where it cannot be seen. */
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { OpenEditor } from './open-editor.ts'
import { say } from '../../words/en/editor.ts'

export const PictureDialog = ({ page, pos }: { page: OpenEditor; pos: number }) => {
  const { editor, chrome } = page
  const before = String(editor.state.doc.nodeAt(pos)?.attrs.alt ?? '')
  const [words, setWords] = useState(before)
  const close = () => {
    chrome.set({ is: 'nothing' })
    editor.view.focus()
  }
  const save = () => {
    const { state, view } = editor
    // A colleague may have moved it meanwhile: then the words go to nobody else's picture.
    if (state.doc.nodeAt(pos)?.type.name === 'picture')
      view.dispatch(state.tr.setNodeAttribute(pos, 'alt', words.trim() || null))
    close()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={say.describeThePicture}
      description={say.describeHint}
      footer={
        <Button look="primary" type="submit" form="picture-form">
          {say.save}
        </Button>
      }
    >
      <form
        id="picture-form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField label={say.description} value={words} onValue={setWords} autoComplete="off" />
      </form>
    </Dialog>
  )
}

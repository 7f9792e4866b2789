/** Pasted text becomes a source with a saved copy. What is not filled in is asked for once, later. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, NotReached, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { pasteHere } from '../../brief/waiting-room.ts'
import { changeSource } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { emptyDraft, itemOf, type SourceDraft } from './source-draft.ts'
import { SourceFields } from './source-fields.tsx'
import { titleFromText } from './title-from-text.ts'
import { whenThere } from './when-there.ts'
import { say } from '../../words/en/sources.ts'

export const PasteText = ({ onAdded }: { onAdded: () => void }) => {
  const { id, doc, me, focus } = useBrief()
  const [text, setText] = useState('')
  const [draft, setDraft] = useState<SourceDraft>(emptyDraft('article-newspaper'))
  const [rich, setRich] = useState({ html: '', text: '' })
  // Whoever changes a word of it wants what stands in the field, and nothing else.
  const isRich = rich.html !== '' && rich.text === text
  const add = useMutation({
    mutationFn: async () => {
      const item = { title: titleFromText(text), ...itemOf(draft) }
      const origin = draft.origin.trim() || null
      try {
        const { source } = await (isRich ? api.addHtml(id, rich.html, item) : api.addText(id, text, item))
        if (origin) whenThere(doc, source.id, () => changeSource(doc, source.id, { origin }))
        return source.id
      } catch (error) {
        if (!(error instanceof NotReached)) throw error
        // On a train the device does what the server does, and gives it the text later.
        return pasteHere({ brief: id, doc, me, text, item, origin })
      }
    },
    onSuccess: (source) => {
      focus.openSource(source)
      onAdded()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!add.isPending) add.mutate()
  }
  return (
    <form onSubmit={submit} className="add-form">
      <TextField
        label={say.text}
        lines={8}
        value={text}
        onValue={setText}
        onPaste={(event) => {
          // Into a field with other words, it is a part of them.
          if (text.trim() === '') setRich(richIn(event.clipboardData))
        }}
        placeholder={say.pasteTextHint}
        error={add.error ? sentenceOf(add.error) : null}
      />
      {isRich && (
        <p className="row hint">
          {say.structureIsKept}
          <Button onClick={() => setRich({ html: '', text: '' })}>{say.keepTheTextAlone}</Button>
        </p>
      )}
      <SourceFields draft={draft} onDraft={setDraft} />
      <p className="row form-end">
        <Button look="primary" type="submit" busy={add.isPending} disabled={text.trim() === ''}>
          {say.addSource}
        </Button>
      </p>
    </form>
  )
}

/** Mark-up that says more than the text beside it does. */
const STRUCTURE = /<(?:h[1-6]|li|table|blockquote|p)[\s>]/i

const richIn = (clipboard: DataTransfer) => {
  const html = clipboard.getData('text/html')
  // A field knows one kind of line end.
  return STRUCTURE.test(html)
    ? { html, text: clipboard.getData('text/plain').replace(/\r\n?/g, '\n') }
    : { html: '', text: '' }
}

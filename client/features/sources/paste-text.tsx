/** Pasted text becomes a source with a saved copy. What is not filled in is asked for once, later. */
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
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

export type Pasted = {
  text: string
  /** With its mark-up, where that says more than the text. */
  rich: { html: string; text: string }
  details: SourceDraft
}

export const NOTHING_PASTED: Pasted = {
  text: '',
  rich: { html: '', text: '' },
  details: emptyDraft('article-newspaper'),
}

export const PasteText = ({
  pasted: { text, rich, details },
  onPasted,
  onAdded,
}: {
  pasted: Pasted
  onPasted: (part: Partial<Pasted>) => void
  onAdded: () => void
}) => {
  const { id, doc, me, focus } = useBrief()
  // Whoever changes a word of it wants what stands in the field, and nothing else.
  const isRich = rich.html !== '' && rich.text === text
  const add = useMutation({
    mutationFn: async () => {
      const item = { title: titleFromText(text), ...itemOf(details) }
      const origin = details.origin.trim() || null
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
        className="pasted-text"
        lines={6}
        value={text}
        onValue={(next) => onPasted({ text: next })}
        onPaste={(event) => {
          // Into a field with other words, it is a part of them.
          if (text.trim() === '') onPasted({ rich: richIn(event.clipboardData) })
        }}
        placeholder={say.pasteTextHint}
        error={add.error ? sentenceOf(add.error) : null}
      />
      {isRich && (
        <p className="row hint">
          {say.structureIsKept}
          <Button onClick={() => onPasted({ rich: NOTHING_PASTED.rich })}>{say.keepTheTextAlone}</Button>
        </p>
      )}
      <SourceFields draft={details} onDraft={(next) => onPasted({ details: next })} />
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

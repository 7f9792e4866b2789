/**
 * A work whose text no machine here holds: an interview, a video, a post, a paper kept elsewhere. Its words come
 * from people. Written into the document at once, so it works offline.
 */
import type { FormEvent } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { addSource } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { ReadByAll } from './read-by-all.tsx'
import { itemOf, type SourceDraft } from './source-draft.ts'
import { SourceFields } from './source-fields.tsx'
import { say } from '../../words/en/sources.ts'

export const WithoutText = ({
  draft,
  onDraft,
  onAdded,
}: {
  draft: SourceDraft
  onDraft: (draft: SourceDraft) => void
  onAdded: () => void
}) => {
  const { doc, me, focus } = useBrief()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.title.trim() === '') return
    const id = addSource(doc, {
      item: itemOf(draft),
      origin: draft.origin.trim() || null,
      addedBy: { id: me.id, name: me.name },
      addedAt: new Date().toISOString(),
    })
    focus.openSource(id)
    onAdded()
  }
  return (
    <form onSubmit={submit} className="add-form">
      <p className="muted">{say.whatIsWithoutText}</p>
      <ReadByAll />
      <SourceFields draft={draft} onDraft={onDraft} />
      <p className="row form-end">
        <Button look="primary" type="submit" disabled={draft.title.trim() === ''}>
          {say.addSource}
        </Button>
      </p>
    </form>
  )
}

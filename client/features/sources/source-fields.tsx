/** The details of a source as form fields. `first` is the field that a dialog begins at. */
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { SourceDraft } from './source-draft.ts'
import { kindOptionsWith } from './source-kinds.ts'
import { say } from '../../words/en/sources.ts'

export const SourceFields = ({
  draft,
  onDraft,
  first,
}: {
  draft: SourceDraft
  onDraft: (draft: SourceDraft) => void
  first?: keyof SourceDraft
}) => {
  const field = (name: keyof SourceDraft) => ({
    name,
    'data-begin': name === first ? '' : undefined,
    value: draft[name],
    onValue: (value: string) => onDraft({ ...draft, [name]: value }),
  })
  return (
    <div className="source-fields">
      <Select
        label={say.kind}
        value={draft.type}
        onValue={(type) => onDraft({ ...draft, type })}
        options={kindOptionsWith(draft.type)}
      />
      <TextField label={say.title} maxLength={2000} {...field('title')} />
      <TextField label={say.author} hint={say.authorHint} {...field('author')} />
      <TextField label={say.outletOrPublisher} maxLength={1000} {...field('outlet')} />
      <TextField label={say.date} hint={say.dateExample} {...field('date')} />
      <TextField
        label={say.address}
        inputMode="url"
        placeholder={say.addressBegins}
        maxLength={4000}
        {...field('address')}
      />
      <TextField label={say.firstReportedBy} hint={say.originHint} {...field('origin')} />
    </div>
  )
}

/** The details of a source as form fields. `first` is the field that a dialog begins at. */
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { SourceDraft } from './source-draft.ts'
import { kindOptionsWith } from './source-kinds.ts'

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
        label="Kind"
        value={draft.type}
        onValue={(type) => onDraft({ ...draft, type })}
        options={kindOptionsWith(draft.type)}
      />
      <TextField label="Title" maxLength={2000} {...field('title')} />
      <TextField
        label="Author"
        hint="Family name, given name; several with a semicolon between"
        {...field('author')}
      />
      <TextField label="Outlet or publisher" maxLength={1000} {...field('outlet')} />
      <TextField label="Date" hint="3 May 2024, May 2024 or 2024" {...field('date')} />
      <TextField
        label="Address"
        inputMode="url"
        placeholder="https://"
        maxLength={4000}
        {...field('address')}
      />
      <TextField
        label="First reported by"
        hint="Where this work has it from, if it passes on what others reported"
        {...field('origin')}
      />
    </div>
  )
}

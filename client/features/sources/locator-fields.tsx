/** Where in a work something stands: a page, a time, a paragraph. */
import { LOCATOR_LABELS } from '../../../shared/cite/locator.ts'
import { locatorName } from '../../brief/locator-name.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/en/sources.ts'

export type LocatorDraft = { label: string; value: string }

export const locatorOf = (draft: LocatorDraft): { label: string; locator: string } | null =>
  draft.value.trim() === '' ? null : { label: draft.label, locator: draft.value.trim() }

export const LocatorFields = ({
  draft,
  onDraft,
}: {
  draft: LocatorDraft
  onDraft: (draft: LocatorDraft) => void
}) => (
  <div className="locator-fields">
    <Select
      label={say.where}
      value={draft.label}
      onValue={(label) => onDraft({ ...draft, label })}
      options={[...new Set([...LOCATOR_LABELS, draft.label])].map((label) => ({
        value: label,
        label: locatorName(label),
      }))}
    />
    <TextField
      label={draft.label === 'timestamp' ? say.fromTo : say.number}
      placeholder={draft.label === 'timestamp' ? '1:13-1:31' : '42'}
      value={draft.value}
      onValue={(value) => onDraft({ ...draft, value })}
    />
  </div>
)

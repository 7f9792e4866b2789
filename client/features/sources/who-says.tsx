/** Who asserts a passage, and through whom it came to this source. Every field may stay empty. */
import { useId } from 'react'
import type { Says } from '../../../shared/brief/excerpt.ts'
import { TextField } from '../../ui/text-field.tsx'

export type WhoDraft = { name: string; role: string; named: boolean; via: string }

export const whoDraft = (says: Says | null, via: readonly string[]): WhoDraft => ({
  name: says?.name ?? '',
  role: says?.role ?? '',
  named: says?.named ?? true,
  via: via.join('\n'),
})

export const saysOf = (draft: WhoDraft): Says | null =>
  draft.name.trim() === ''
    ? null
    : {
        name: draft.name.trim(),
        named: draft.named,
        ...(draft.role.trim() === '' ? {} : { role: draft.role.trim() }),
      }

export const viaOf = (draft: WhoDraft): string[] =>
  draft.via
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const WhoSays = ({ draft, onDraft }: { draft: WhoDraft; onDraft: (draft: WhoDraft) => void }) => {
  const id = useId()
  return (
    <fieldset className="who-says">
      <legend className="label">Who says this?</legend>
      <TextField
        label="Name or description"
        value={draft.name}
        onValue={(name) => onDraft({ ...draft, name })}
        placeholder="A minister, officials, a person familiar with the plan"
      />
      <TextField label="Role" value={draft.role} onValue={(role) => onDraft({ ...draft, role })} />
      <p className="check-line">
        <input
          id={id}
          type="checkbox"
          checked={draft.named}
          onChange={(event) => onDraft({ ...draft, named: event.target.checked })}
        />
        <label htmlFor={id}>Named in the source</label>
      </p>
      <TextField
        label="Via"
        lines={2}
        hint="What it passed through: a report, a briefing. One a line, the nearest to this source last."
        value={draft.via}
        onValue={(via) => onDraft({ ...draft, via })}
      />
    </fieldset>
  )
}

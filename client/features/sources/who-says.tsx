/** Who asserts a passage, and through whom it came to this source. Every field may stay empty. */
import type { Says } from '../../../shared/brief/excerpt.ts'
import { TextField } from '../../ui/text-field.tsx'
import { soundsNamed } from './sounds-named.ts'
import { say } from '../../words/en/sources.ts'

/** `named` is null until a person has said so: then it follows from the words. */
export type WhoDraft = { name: string; role: string; named: boolean | null; via: string }

export const whoDraft = (says: Says | null, via: readonly string[]): WhoDraft => ({
  name: says?.name ?? '',
  role: says?.role ?? '',
  named: says?.named ?? null,
  via: via.join('\n'),
})

export const saysOf = (draft: WhoDraft): Says | null =>
  draft.name.trim() === ''
    ? null
    : {
        name: draft.name.trim(),
        named: draft.named ?? soundsNamed(draft.name),
        ...(draft.role.trim() === '' ? {} : { role: draft.role.trim() }),
      }

export const viaOf = (draft: WhoDraft): string[] =>
  draft.via
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const WhoSays = ({ draft, onDraft }: { draft: WhoDraft; onDraft: (draft: WhoDraft) => void }) => {
  return (
    <fieldset className="who-says">
      <legend className="label">{say.whoSaysThis}</legend>
      <TextField
        label={say.nameOrDescription}
        value={draft.name}
        onValue={(name) => onDraft({ ...draft, name })}
        placeholder={say.sayerExample}
      />
      <TextField label={say.role} value={draft.role} onValue={(role) => onDraft({ ...draft, role })} />
      <label className="checkbox">
        <input
          type="checkbox"
          checked={draft.named ?? soundsNamed(draft.name)}
          onChange={(event) => onDraft({ ...draft, named: event.target.checked })}
        />
        {say.namedInTheSource}
      </label>
      <TextField
        label={say.via}
        lines={2}
        hint={say.viaHint}
        value={draft.via}
        onValue={(via) => onDraft({ ...draft, via })}
      />
    </fieldset>
  )
}

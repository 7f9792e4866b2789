/** A field whose words go into the document when the person leaves it, not at every key: one change, one step of undo. */
import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'

export const CommittedField = ({
  label,
  value,
  lines,
  onCommit,
}: {
  label: string
  value: string
  lines?: number
  onCommit: (value: string) => void
}) => {
  // Null while nobody is at it: then a colleague's change shows at once.
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== value) onCommit(draft)
    setDraft(null)
  }
  return (
    <TextField
      label={label}
      lines={lines}
      value={draft ?? value}
      onValue={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !lines) commit()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}

/** Asks a newcomer for a name: the only thing Vouch wants to know of a person. */
import { type FormEvent, useState } from 'react'
import { NAME_LIMIT } from '../../shared/wire/inputs.ts'
import { Button } from '../ui/button.tsx'
import { takeFocus } from '../ui/take-focus.ts'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/en/pages.ts'

export const NameForm = ({
  action,
  busy,
  error,
  onName,
}: {
  action: string
  busy: boolean
  error: string | null
  onName: (name: string) => void
}) => {
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '') onName(name)
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={say.yourName}
        hint={say.nameHint}
        value={name}
        onValue={setName}
        maxLength={NAME_LIMIT}
        autoComplete="name"
        // The page holds nothing else to begin with.
        ref={takeFocus}
        error={missing ? say.nameMissing : error}
      />
      <Button look="primary" type="submit" busy={busy}>
        {action}
      </Button>
    </form>
  )
}

/** Makes a link for a role, with or without an end. Its address is shown once: the server keeps only its mark. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { roleMeaning, roleName } from '../../brief/role-name.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { endOfDay, today } from './end-of-day.ts'
import { ShownOnce } from './shown-once.tsx'
import { say } from '../../words/en/sharing.ts'

const OFFERED = ['editor', 'viewer'] as const
type Offered = (typeof OFFERED)[number]

export const MakeLink = ({
  briefId,
  uncopied,
  asked,
  onUncopied,
  onClose,
}: {
  briefId: string
  /** A link is shown that nobody copied. */
  uncopied: boolean
  /** Somebody wants to close all the same, and is asked. */
  asked: boolean
  onUncopied: (uncopied: boolean) => void
  onClose: () => void
}) => {
  const queries = useQueryClient()
  const [role, setRole] = useState<Offered>('editor')
  const [ends, setEnds] = useState('')
  const make = useMutation({
    mutationFn: () => api.newLink(briefId, role, endOfDay(ends)),
    onSuccess: () => {
      onUncopied(true)
      return queries.invalidateQueries({ queryKey: ['links', briefId] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  const url = make.data?.url
  return (
    <section className="share-part">
      <h3>{say.inviteByLink}</h3>
      <form className="share-form" onSubmit={submit}>
        <Select
          label={say.whoOpensItBecomes}
          value={role}
          onValue={setRole}
          options={OFFERED.map((r) => ({ value: r, label: `${roleName[r]}: ${roleMeaning[r]}` }))}
        />
        <TextField label={say.endsAfterIfEver} type="date" min={today()} value={ends} onValue={setEnds} />
        <Button type="submit" icon={<Link2 aria-hidden />} busy={make.isPending}>
          {say.makeLink}
        </Button>
      </form>
      {make.error && <p role="alert">{sentenceOf(make.error)}</p>}
      {url && (
        <ShownOnce
          key={url}
          url={url}
          copied={!uncopied}
          asked={asked}
          onCopied={() => onUncopied(false)}
          onClose={onClose}
        />
      )}
    </section>
  )
}

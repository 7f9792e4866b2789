/** Makes a link for a role, with or without an end. Its address is shown once: the server keeps only its mark. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy, Link2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { roleMeaning, roleName } from '../../brief/role-name.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { endOfDay, today } from './end-of-day.ts'

const OFFERED = ['editor', 'viewer'] as const
type Offered = (typeof OFFERED)[number]

export const MakeLink = ({ briefId }: { briefId: string }) => {
  const queries = useQueryClient()
  const [role, setRole] = useState<Offered>('editor')
  const [ends, setEnds] = useState('')
  const make = useMutation({
    mutationFn: () => api.newLink(briefId, role, endOfDay(ends)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['links', briefId] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  const url = make.data?.url
  return (
    <section className="share-part">
      <h3>Invite by link</h3>
      <form className="share-form" onSubmit={submit}>
        <Select
          label="Who opens it becomes"
          value={role}
          onValue={setRole}
          options={OFFERED.map((r) => ({ value: r, label: `${roleName[r]}: ${roleMeaning[r]}` }))}
        />
        <TextField label="Ends after (if ever)" type="date" min={today()} value={ends} onValue={setEnds} />
        <Button type="submit" icon={<Link2 aria-hidden />} busy={make.isPending}>
          Make link
        </Button>
      </form>
      {make.error && <p role="alert">{sentenceOf(make.error)}</p>}
      {url && (
        <div className="share-link">
          <TextField
            label="Link"
            readOnly
            value={url}
            onFocus={(event) => event.target.select()}
            hint="It is shown only now. Who opens it gives a name and is in."
          />
          <Button look="primary" icon={<Copy aria-hidden />} onClick={() => copyText(url, 'Link copied.')}>
            Copy link
          </Button>
        </div>
      )}
    </section>
  )
}

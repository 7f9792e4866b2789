/** Asks for the title of a new brief, makes it and opens it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { TITLE_LIMIT } from '../../../shared/brief/about.ts'
import { TEMPLATES, templateCalled } from '../../../shared/brief/templates.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

const STARTS = [
  { value: '', label: 'An empty page' },
  ...TEMPLATES.map(({ id, name, words }) => ({
    value: id,
    label: words === null ? name : `${name} · ${words.toLocaleString('en-GB')} words`,
  })),
]

const sectionsOf = (id: string): string =>
  templateCalled(id)
    ?.sections.map(({ title }) => title)
    .join(' · ') ?? 'Headings, lists and tables are a press of / away.'

export const NewBriefDialog = ({
  open,
  onOpenChange,
  onMade,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  onMade: (id: string) => void
}) => {
  const form = useId()
  const queries = useQueryClient()
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState('')
  const make = useMutation({
    mutationFn: () => api.newBrief(title, template ? { template } : {}),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['briefs'] })
      onMade(id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '' && !make.isPending) make.mutate()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New brief"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            busy={make.isPending}
            disabled={title.trim() === ''}
          >
            Make it
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Title"
          hint="It can change at any time."
          value={title}
          onValue={setTitle}
          maxLength={TITLE_LIMIT}
          error={make.error ? sentenceOf(make.error) : null}
        />
        <Select label="Start from" value={template} onValue={setTemplate} options={STARTS} />
        <p className="muted small">{sectionsOf(template)}</p>
      </form>
    </Dialog>
  )
}

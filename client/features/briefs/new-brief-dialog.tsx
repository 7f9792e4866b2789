/** Asks for the title of a new brief, makes it and opens it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { TITLE_LIMIT } from '../../../shared/brief/about.ts'
import { TEMPLATES, templateCalled, templateIn } from '../../../shared/brief/templates.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { language } from '../../words/language.ts'
import { say } from '../../words/en/briefs.ts'

const STARTS = [
  { value: '', label: say.anEmptyPage },
  ...TEMPLATES.map((template) => {
    const { name } = templateIn(language(), template)
    const { id: value, words } = template
    return { value, label: words === null ? name : say.templateWithWords(name, words) }
  }),
]

const sectionsOf = (id: string): string => {
  const template = templateCalled(id)
  if (!template) return say.emptyPageHint
  return templateIn(language(), template)
    .sections.map(({ title }) => title)
    .join(' · ')
}

/** A page in English does not say which English a brief is written in. */
const ownLanguage = () => (language().startsWith('en') ? {} : { lang: language() })

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
    mutationFn: () => api.newBrief(title, { ...(template && { template }), ...ownLanguage() }),
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
      title={say.newBrief}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{say.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            busy={make.isPending}
            disabled={title.trim() === ''}
          >
            {say.makeBrief}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label={say.title}
          hint={say.titleCanChange}
          value={title}
          onValue={setTitle}
          maxLength={TITLE_LIMIT}
          error={make.error ? sentenceOf(make.error) : null}
        />
        <Select
          label={say.startFrom}
          value={template}
          onValue={setTemplate}
          options={STARTS}
          hint={sectionsOf(template)}
        />
      </form>
    </Dialog>
  )
}

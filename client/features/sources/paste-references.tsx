/** A list of references from a reference manager becomes works without saved copies; what could not be read is said. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import type { BibliographyResult } from '../../../shared/wire/inputs.ts'
import { formatOf } from '../../../shared/cite/bibliography-format.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

const NO_FORMAT =
  'This is neither BibTeX, RIS nor CSL-JSON. Nothing was added; export the list again in one of them.'

export const PasteReferences = () => {
  const { id } = useBrief()
  const chooser = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const format = formatOf(text)
  const add = useMutation({
    mutationFn: (given: NonNullable<typeof format>) => api.addReferences(id, given, text),
    // What could not be read stays on screen, in its report; the rest need not be sent twice.
    onSuccess: ({ problems }) => problems.length === 0 && setText(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (format && !add.isPending) add.mutate(format)
  }
  const refused = add.error ? sentenceOf(add.error) : text.trim() !== '' && !format ? NO_FORMAT : null
  return (
    <form onSubmit={submit} className="add-form">
      <TextField
        label="References"
        lines={8}
        value={text}
        onValue={setText}
        placeholder="Paste BibTeX, RIS or CSL-JSON, as Zotero and others export it."
        error={refused}
      />
      {add.data && <Report {...add.data} />}
      <p className="row form-end">
        <Button onClick={() => chooser.current?.click()}>Choose a file</Button>
        <Button look="primary" type="submit" busy={add.isPending} disabled={!format}>
          Add references
        </Button>
      </p>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".bib,.ris,.json"
        aria-label="File of references"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void file.text().then(setText)
        }}
      />
    </form>
  )
}

const Report = ({ added, merged, problems }: BibliographyResult) => (
  <div role="status">
    <p>
      {added === 1 ? '1 work was added' : `${added} works were added`}
      {merged > 0 && `, ${merged} ${merged === 1 ? 'was' : 'were'} here already`}
      {problems.length > 0 && `, ${problems.length} could not be read`}.
    </p>
    {problems.length > 0 && (
      <ul className="small">
        {problems.map(({ line, why }) => (
          <li key={line}>
            Line {line}: {why}
          </li>
        ))}
      </ul>
    )}
  </div>
)

/**
 * Lists of references from a reference manager, pasted or as files, become works: without saved copies, or with them where the
 * list comes packed with its files. What could not be read is said.
 */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { formatOf } from '../../../shared/cite/bibliography-format.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AddingOne } from './adding-files.tsx'
import { DropZone } from './drop-zone.tsx'
import { ListReport } from './list-report.tsx'
import { REFERENCES, type ReferenceFiles } from './use-reference-files.ts'
import { say } from '../../words/en/sources.ts'

const NO_FORMAT = say.notReferences

export const PasteReferences = ({
  text,
  onText,
  lists,
}: {
  text: string
  onText: (text: string) => void
  lists: ReferenceFiles
}) => {
  const { id } = useBrief()
  const chooser = useRef<HTMLInputElement>(null)
  const format = formatOf(text)
  const add = useMutation({
    mutationFn: (given: NonNullable<typeof format>) => api.addReferences(id, given, text),
    // What could not be read stays on screen, in its report; the rest need not be sent twice.
    onSuccess: ({ problems }) => problems.length === 0 && onText(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (format && !add.isPending) add.mutate(format)
  }
  const refused = add.error ? sentenceOf(add.error) : text.trim() !== '' && !format ? NO_FORMAT : null
  return (
    <DropZone onFiles={lists.add}>
      <form onSubmit={submit} className="add-form">
        <TextField
          label={say.references}
          lines={8}
          value={text}
          onValue={onText}
          placeholder={say.referencesExample}
          error={refused}
        />
        <p className="muted small">{say.zoteroHint}</p>
        {lists.adding && <AddingOne adding={lists.adding} onStop={lists.stop} />}
        {lists.reports.map(({ name, result }) => (
          <ListReport key={name} name={name} result={result} />
        ))}
        {add.data && <ListReport result={add.data} />}
        <p className="row form-end">
          <Button busy={lists.adding !== null} onClick={() => chooser.current?.click()}>
            {say.chooseAFile}
          </Button>
          <Button look="primary" type="submit" busy={add.isPending} disabled={!format}>
            {say.addReferences}
          </Button>
        </p>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept={REFERENCES}
          aria-label={say.fileOfReferences}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            event.target.value = ''
            if (chosen.length > 0) lists.add(chosen)
          }}
        />
      </form>
    </DropZone>
  )
}

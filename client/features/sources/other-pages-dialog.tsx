/** Asks which other pages of a long PDF are to be read. What was read before stays, as a copy of its own. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Source } from '../../../shared/brief/source.ts'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/sources.ts'

/** The pages that were read of the newest copy, "1-200"; null where all of them were, or there are none. */
export const pagesRead = ({ captures }: Source): string | null =>
  /, pages (\d+-\d+)$/.exec(captures.at(-1)?.extractor ?? '')?.[1] ?? null

export const OtherPagesDialog = ({ source, onClose }: { source: Source; onClose: () => void }) => {
  const { id, focus } = useBrief()
  const read = pagesRead(source)
  const [pages, setPages] = useState(read ?? '')
  const add = useMutation({
    mutationFn: (capture: string) => api.readOtherPages(id, source.id, capture, pages),
    onSuccess: () => {
      toast(say.pagesWereRead(pages.trim()))
      focus.openSource(source.id)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const newest = source.captures.at(-1)
    if (newest && !add.isPending) add.mutate(newest.hash)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say.readOtherPages}
      description={say.whatPagesWereRead(read ?? '')}
    >
      <form className="add-form" onSubmit={submit}>
        <TextField
          label={say.pages}
          value={pages}
          onValue={setPages}
          hint={say.otherPagesExample}
          error={add.error ? sentenceOf(add.error) : null}
        />
        <p className="row form-end">
          <Button
            look="primary"
            type="submit"
            busy={add.isPending}
            disabled={pages.trim() === '' || pages.trim() === read}
          >
            {say.readThesePages}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

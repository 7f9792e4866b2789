/** Publishes the brief as a page for readers. Where a mark or an embargo speaks against it, a reason is asked for. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy, Globe } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Refusal } from '../../../shared/wire/refusal.ts'
import { api, sentenceOf } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { TextField } from '../../ui/text-field.tsx'

export const PublishPart = ({ briefId }: { briefId: string }) => {
  const queries = useQueryClient()
  const [openly, setOpenly] = useState(false)
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const publish = useMutation({
    mutationFn: () =>
      api.publish(briefId, {
        openly,
        ...(from && { embargoUntil: new Date(from).toISOString() }),
        ...(reason.trim() && { reason: reason.trim() }),
      }),
    onSuccess: () => {
      setReason('')
      return queries.invalidateQueries({ queryKey: ['publications', briefId] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    publish.mutate()
  }
  const { error, data } = publish
  const asks = error instanceof Refusal && error.code === 'reason-needed'
  return (
    <section className="share-part">
      <h3>Publish</h3>
      <p className="muted small">
        A page for readers of the brief as it is now. It stays as it is while you write on; readers see the
        cited words, who says them and who checked them, and no notes.
      </p>
      <form className="publish-form" onSubmit={submit}>
        <TextField
          label="Not to be read before (if ever)"
          type="datetime-local"
          value={from}
          onValue={setFrom}
        />
        <label className="choice">
          <input type="checkbox" checked={openly} onChange={(event) => setOpenly(event.target.checked)} />
          <span>
            Openly
            <span className="muted small">
              Search engines may list it. Otherwise who has the address reads it.
            </span>
          </span>
        </label>
        {asks && (
          <TextField
            label="Why it goes outside all the same"
            hint="It is recorded with your name and the day."
            maxLength={500}
            value={reason}
            onValue={setReason}
          />
        )}
        <Button type="submit" icon={<Globe aria-hidden />} busy={publish.isPending}>
          Publish this version
        </Button>
      </form>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {data && (
        <div className="share-link">
          <TextField
            label="Address of the page"
            readOnly
            value={data.url}
            onFocus={(event) => event.target.select()}
          />
          <Button
            look="primary"
            icon={<Copy aria-hidden />}
            onClick={() => copyText(data.url, 'Address copied.')}
          >
            Copy address
          </Button>
        </div>
      )}
    </section>
  )
}

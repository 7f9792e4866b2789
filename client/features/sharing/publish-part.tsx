/** Publishes the brief as a page for readers. Where a mark or an embargo speaks against it, a reason is asked for. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy, Globe } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Refusal } from '../../../shared/wire/refusal.ts'
import { api, sentenceOf } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { takeFocus } from '../../ui/take-focus.ts'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/en/sharing.ts'

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
      <h3>{say.publish}</h3>
      <p className="muted small">{say.whatPublishingDoes}</p>
      <form className="publish-form" onSubmit={submit}>
        <TextField label={say.notBefore} type="datetime-local" value={from} onValue={setFrom} />
        <label className="choice">
          <input type="checkbox" checked={openly} onChange={(event) => setOpenly(event.target.checked)} />
          <span>
            {say.openly}
            <span className="muted small">{say.whatOpenlyMeans}</span>
          </span>
        </label>
        {asks && (
          <TextField
            ref={takeFocus}
            label={say.whyOutside}
            hint={say.reasonIsRecorded}
            maxLength={500}
            value={reason}
            onValue={setReason}
          />
        )}
        <Button type="submit" icon={<Globe aria-hidden />} busy={publish.isPending}>
          {say.publishThisVersion}
        </Button>
      </form>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {data && (
        // The whole is new for each version that is published.
        <div className="share-link" key={data.url}>
          <TextField
            label={say.addressOfThePage}
            readOnly
            value={data.url}
            onFocus={(event) => event.target.select()}
          />
          <Button
            look="primary"
            ref={takeFocus}
            icon={<Copy aria-hidden />}
            onClick={() => void copyText(data.url, say.addressCopied)}
          >
            {say.copyAddress}
          </Button>
        </div>
      )}
    </section>
  )
}

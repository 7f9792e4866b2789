/** An address of the web becomes a source with a saved copy: the server fetches the page. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, NotReached, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { keepAddress } from '../../brief/waiting-room.ts'
import { newId } from '../../../shared/brief/id.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live-region.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/en/sources.ts'

export const FromAddress = ({
  address,
  onAddress,
  onAdded,
}: {
  address: string
  onAddress: (address: string) => void
  onAdded: () => void
}) => {
  const { id, me, focus } = useBrief()
  const [source] = useState(newId)
  const add = useMutation({
    /** Null: it waits. */
    mutationFn: async () => {
      try {
        return (await api.addAddress(id, withScheme(address), source)).source.id
      } catch (error) {
        if (!(error instanceof NotReached)) throw error
        await keepAddress(me.id, { brief: id, source, address: withScheme(address) })
        return null
      }
    },
    onSuccess: (added) => {
      if (added) focus.openSource(added)
      else announce(say.fetchedWhenOnline)
      onAdded()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!add.isPending) add.mutate()
  }
  return (
    <form onSubmit={submit} className="add-form">
      <TextField
        label={say.webAddress}
        value={address}
        onValue={onAddress}
        placeholder={say.addressExample}
        error={add.error ? sentenceOf(add.error) : null}
      />
      <p className="muted">
        {say.howPagesAreFetched}{' '}
        <a href="/collect" target="_blank" rel="noreferrer">
          {say.sendItFromYourBrowser}
        </a>
        {say.orAddTheFile}
      </p>
      <p className="row form-end">
        <Button look="primary" type="submit" busy={add.isPending} disabled={address.trim() === ''}>
          {say.addSource}
        </Button>
      </p>
    </form>
  )
}

const withScheme = (typed: string): string => {
  const address = typed.trim()
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`
}

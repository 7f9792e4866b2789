/** Addresses that were added without a connection: each is fetched when there is one, or says why it could not be. */
import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { useStore } from '../../brief/use-store.ts'
import {
  dropWaiting,
  fetchAddress,
  isAddress,
  waitingOf,
  type WaitingAddress,
} from '../../brief/waiting-room.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../words/en/sources.ts'

export const WaitingAddresses = () => {
  const { id, me } = useBrief()
  const here = useStore(waitingOf(me.id)).filter((each) => isAddress(each) && each.brief === id)
  if (here.length === 0) return null
  return (
    <ul aria-label={say.addressesThatWait} className="source-list">
      {here.filter(isAddress).map((each) => (
        <WaitingRow key={each.id} waiting={each} />
      ))}
    </ul>
  )
}

const WaitingRow = ({ waiting }: { waiting: WaitingAddress }) => {
  const { me } = useBrief()
  const again = useMutation({ mutationFn: () => fetchAddress(me.id, waiting) })
  const drop = useMutation({ mutationFn: () => dropWaiting(me.id, waiting.id) })
  const { address, refused } = waiting
  const failed = again.error ? sentenceOf(again.error) : refused
  return (
    <li className="source-row">
      <p>{address}</p>
      {failed ? (
        <p className="small" role="alert">
          {failed}
        </p>
      ) : (
        <p className="muted small">{say.willBeFetchedWhenOnline}</p>
      )}
      <p className="row">
        {refused && (
          <Button busy={again.isPending} onClick={() => again.mutate()}>
            {say.tryAgain}
          </Button>
        )}
        <Button onClick={() => drop.mutate()}>{say.remove}</Button>
      </p>
    </li>
  )
}

/** Gives the server what was brought in without it, as soon as it has this brief as it stands here. */
import { useEffect } from 'react'
import { sentenceOf } from '../api.ts'
import type { OpenBrief } from '../brief/open-brief.ts'
import { sendWaiting } from '../brief/waiting-room.ts'
import type { Me } from '../../shared/wire/inputs.ts'
import { toast } from '../ui/toast.ts'
import { say } from '../words/en/brief-page.ts'

export const useSendWaiting = ({ briefId, connection }: OpenBrief, { id: person }: Me): void => {
  useEffect(() => {
    let sending = false
    const send = () => {
      if (sending || connection.get().is !== 'saved') return
      sending = true
      void sendWaiting(person, briefId, (error) =>
        toast({
          title: say.pastedTextWaits,
          description: sentenceOf(error),
          stays: true,
        }),
      ).finally(() => {
        sending = false
      })
    }
    send()
    return connection.subscribe(send)
  }, [briefId, connection, person])
}

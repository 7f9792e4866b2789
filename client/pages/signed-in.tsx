/** Draws a page for the person who is signed in, and says how to get in when nobody is. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, sentenceOf } from '../api.ts'
import { whoIsHere } from '../device/answers.ts'
import { meOfPage } from '../device/came-with.ts'
import type { Me } from '../../shared/wire/inputs.ts'
import { Button } from '../ui/button.tsx'
import { PlainPage } from './plain-page.tsx'
import { say } from '../words/en/pages.ts'

export const SignedIn = ({ children }: { children: (me: Me) => ReactNode }) => {
  const me = useQuery<Me | null>({
    queryKey: ['me'],
    queryFn: () => whoIsHere(api.me),
    initialData: meOfPage,
    staleTime: Infinity,
  })
  if (me.data) return children(me.data)
  if (me.isPending) return null
  if (me.error) {
    return (
      <PlainPage title={say.cannotBeOpened}>
        <p>{sentenceOf(me.error)}</p>
        <p>
          <Button look="primary" onClick={() => void me.refetch()}>
            {say.tryAgain}
          </Button>
        </p>
      </PlainPage>
    )
  }
  return (
    <PlainPage title={say.notSignedIn}>
      <p>{say.howToSignIn}</p>
      <p className="muted">{say.textStaysHere}</p>
    </PlainPage>
  )
}

/**
 * Signs in with the one-time key in the address, behind the #, where no server and no log sees it. The first
 * visitor of a workspace is asked for a name and owns it; everybody else is in at once.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { api, sentenceOf } from '../api.ts'
import { hereIs } from '../device/answers.ts'
import { ArrivalPage } from './arrival-page.tsx'
import { NameForm } from './name-form.tsx'
import { PlainPage } from './plain-page.tsx'
import { wantsName } from './wants-name.ts'
import { say } from '../words/en/pages.ts'

const keyInAddress = () => new URLSearchParams(location.hash.slice(1)).get('key')

export const SignInPage = () => {
  const [key] = useState(keyInAddress)
  const queries = useQueryClient()
  const [, go] = useLocation()
  const enter = async (name?: string) => {
    const { open, ...me } = await api.signIn(key ?? '', name)
    queries.setQueryData(['me'], me)
    hereIs(me)
    // Replacing the address takes the key out of it, and out of the history.
    go(open ? `/b/${open}` : '/', { replace: true })
    return me
  }
  // A query and not an effect: a key works once, and an effect may run twice.
  const arrival = useQuery({
    queryKey: ['sign-in', key],
    queryFn: () => enter(),
    enabled: key !== null,
    staleTime: Infinity,
    retry: false,
  })
  const named = useMutation({ mutationFn: enter })

  if (!key) {
    return (
      <PlainPage title={say.signIn}>
        <p>{say.wholeAddressNeeded}</p>
        <p>
          <Link href="/">{say.goToYourBriefs}</Link>
        </p>
      </PlainPage>
    )
  }
  if (!wantsName(arrival.error))
    return <ArrivalPage title={say.signIn} doing={say.signingIn} error={arrival.error} />
  return (
    <PlainPage title={say.welcomeToVouch}>
      <p>{say.firstOneHere}</p>
      <NameForm
        action={say.begin}
        busy={named.isPending}
        error={named.error ? sentenceOf(named.error) : null}
        onName={(name) => named.mutate(name)}
      />
    </PlainPage>
  )
}

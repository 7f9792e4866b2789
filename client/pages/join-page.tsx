/**
 * Opens a brief through a link that a colleague sent. Who is new here gives a name; who is signed in is in with
 * one press, so that a link opened by mistake changes nothing.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { api, sentenceOf } from '../api.ts'
import { hereIs } from '../device/answers.ts'
import { roleMeaning, roleName } from '../brief/role-name.ts'
import { Button } from '../ui/button.tsx'
import { ArrivalPage } from './arrival-page.tsx'
import { NameForm } from './name-form.tsx'
import { PlainPage } from './plain-page.tsx'
import { say } from '../words/en/pages.ts'

export const JoinPage = ({ linkKey }: { linkKey: string }) => {
  const queries = useQueryClient()
  const [, go] = useLocation()
  const asked = useQuery({
    queryKey: ['invitation', linkKey],
    queryFn: () => api.invitation(linkKey),
    staleTime: Infinity,
  })
  const join = useMutation({
    mutationFn: (name?: string) => api.join(linkKey, name),
    onSuccess: ({ brief, me }) => {
      queries.setQueryData(['me'], me)
      hereIs(me)
      void queries.invalidateQueries({ queryKey: ['briefs'] })
      go(`/b/${brief}`, { replace: true })
    },
  })
  const error = join.error ? sentenceOf(join.error) : null

  if (!asked.data) return <ArrivalPage title={say.joinABrief} doing={say.opening} error={asked.error} />
  const { title, by, role, me } = asked.data
  return (
    <PlainPage title={title || say.untitledBrief}>
      <p>{say.invitesYou(by, roleName[role], roleMeaning[role])}</p>
      {me ? (
        <>
          {error && <p role="alert">{error}</p>}
          <p>
            <Button look="primary" busy={join.isPending} onClick={() => join.mutate(undefined)}>
              {say.joinAs(me.name)}
            </Button>
          </p>
        </>
      ) : (
        <NameForm
          action={say.join}
          busy={join.isPending}
          error={error}
          onName={(name) => join.mutate(name)}
        />
      )}
    </PlainPage>
  )
}

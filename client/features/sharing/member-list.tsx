/** The people of a brief; an owner changes their roles and takes them out. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, sentenceOf } from '../../api.ts'
import { roleName } from '../../brief/role-name.ts'
import type { Role } from '../../../shared/brief/role.ts'
import type { Member } from '../../../shared/wire/inputs.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/sharing.ts'

const OFFERED: readonly Role[] = ['owner', 'editor', 'viewer']

export const MemberList = ({
  briefId,
  members,
  myId,
  owner,
}: {
  briefId: string
  members: Member[]
  myId: string
  owner: boolean
}) => {
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: ({ person, role }: { person: string; role: Role | null }) =>
      role ? api.changeMember(briefId, person, role) : api.removeMember(briefId, person),
    onSettled: () => queries.invalidateQueries({ queryKey: ['members', briefId] }),
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  // A brief keeps an owner: the only one has no other role to take.
  const owners = members.filter((m) => m.role === 'owner').length
  return (
    <section className="share-part">
      <h3>{say.people}</h3>
      <ul aria-label={say.people} className="share-list">
        {members.map((member) => (
          <li key={member.id}>
            <Avatar id={member.id} name={member.name} />
            <p className="share-name">
              {member.name}
              {member.id === myId && <span className="muted"> {say.you}</span>}
            </p>
            {owner && !(member.id === myId && owners === 1) ? (
              <>
                <Select
                  label={say.roleOf(member.name)}
                  hideLabel
                  value={member.role}
                  disabled={change.isPending}
                  onValue={(role) => change.mutate({ person: member.id, role })}
                  options={[...new Set([...OFFERED, member.role])].map((r) => ({
                    value: r,
                    label: roleName[r],
                  }))}
                />
                {member.id !== myId && (
                  <Button
                    aria-label={say.takeOutPerson(member.name)}
                    disabled={change.isPending}
                    onClick={() => change.mutate({ person: member.id, role: null })}
                  >
                    {say.takeOut}
                  </Button>
                )}
              </>
            ) : (
              <p className="muted">{roleName[member.role]}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

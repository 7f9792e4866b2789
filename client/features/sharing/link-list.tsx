/** The links that still let people in, and taking one back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, sentenceOf } from '../../api.ts'
import { roleName } from '../../brief/role-name.ts'
import type { ShareLink } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { dayText } from '../../ui/when.ts'
import { say } from '../../words/en/sharing.ts'

export const LinkList = ({ briefId, links }: { briefId: string; links: ShareLink[] }) => {
  const queries = useQueryClient()
  const takeBack = useMutation({
    mutationFn: (id: string) => api.takeLinkBack(briefId, id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['links', briefId] }),
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  return (
    <section className="share-part">
      <h3>{say.links}</h3>
      <ul aria-label={say.links} className="share-list">
        {links.map((link) => (
          <li key={link.id}>
            <div>
              <p>{roleName[link.role]}</p>
              <p className="muted small number">
                {say.madeOnDayBy(dayText(link.createdAt), link.createdBy)} ·{' '}
                {link.expires ? say.ends(dayText(link.expires)) : say.withoutAnEnd} ·{' '}
                {say.usedTimes(link.used)}
              </p>
            </div>
            <Button
              busy={takeBack.isPending && takeBack.variables === link.id}
              aria-label={say.takeBackTheLinkMade(roleName[link.role], dayText(link.createdAt))}
              onClick={() => takeBack.mutate(link.id)}
            >
              {say.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The links that still let people in, and taking one back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, sentenceOf } from '../../api.ts'
import { roleName } from '../../brief/role-name.ts'
import type { ShareLink } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { dayText } from '../../ui/when.ts'

export const LinkList = ({ briefId, links }: { briefId: string; links: ShareLink[] }) => {
  const queries = useQueryClient()
  const takeBack = useMutation({
    mutationFn: (id: string) => api.takeLinkBack(briefId, id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['links', briefId] }),
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  return (
    <section className="share-part">
      <h3>Links</h3>
      <ul aria-label="Links" className="share-list">
        {links.map((link) => (
          <li key={link.id}>
            <div>
              <p>{roleName[link.role]}</p>
              <p className="muted small number">
                made {dayText(link.createdAt)} by {link.createdBy} ·{' '}
                {link.expires ? `ends ${dayText(link.expires)}` : 'without an end'} ·{' '}
                {link.used === 0 ? 'not used yet' : link.used === 1 ? 'used once' : `used ${link.used} times`}
              </p>
            </div>
            <Button
              busy={takeBack.isPending && takeBack.variables === link.id}
              aria-label={`Take back the ${roleName[link.role]} link made ${dayText(link.createdAt)}`}
              onClick={() => takeBack.mutate(link.id)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The published versions of a brief: their pages, and taking one back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Publication } from '../../../shared/wire/inputs.ts'
import { api, sentenceOf } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { toast } from '../../ui/toast.tsx'
import { dayText } from '../../ui/when.ts'

export const VersionList = ({
  briefId,
  versions,
  canWrite,
}: {
  briefId: string
  versions: Publication[]
  canWrite: boolean
}) => {
  const queries = useQueryClient()
  const takeBack = useMutation({
    mutationFn: (id: string) => api.unpublish(briefId, id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['publications', briefId] }),
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  return (
    <section className="share-part">
      <h3>Published versions</h3>
      <ul aria-label="Published versions" className="share-list">
        {versions.map((version) => (
          <li key={version.id}>
            <div>
              <p>
                {version.ended ? (
                  `Version ${version.number}`
                ) : (
                  <a href={version.url} target="_blank" rel="noopener">
                    Version {version.number}
                  </a>
                )}
              </p>
              <p className="muted small">{factsOf(version).join(' · ')}</p>
            </div>
            {!version.ended && (
              <p className="share-buttons">
                <Button
                  aria-label={`Copy the address of version ${version.number}`}
                  onClick={() => copyText(version.url, 'Address copied.')}
                >
                  Copy address
                </Button>
                {canWrite && (
                  <Button
                    busy={takeBack.isPending && takeBack.variables === version.id}
                    aria-label={`Take back version ${version.number} for good`}
                    onClick={() => takeBack.mutate(version.id)}
                  >
                    Take back
                  </Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const factsOf = ({ at, by, openly, embargoUntil, ended }: Publication): string[] => [
  `${dayText(at)} by ${by}`,
  ...(ended
    ? [`taken back ${dayText(ended)}`]
    : [
        ...(embargoUntil && Date.parse(embargoUntil) > Date.now()
          ? [`from ${new Date(embargoUntil).toLocaleString()}`]
          : []),
        openly ? 'open to search engines' : 'for who has the address',
      ]),
]

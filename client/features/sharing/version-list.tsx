/** The published versions of a brief: their pages, and taking one back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Publication } from '../../../shared/wire/inputs.ts'
import { api, sentenceOf } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { toast } from '../../ui/toast.ts'
import { dayText, momentText } from '../../ui/when.ts'
import { say } from '../../words/en/sharing.ts'

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
      <h3>{say.publishedVersions}</h3>
      <ul aria-label={say.publishedVersions} className="share-list">
        {versions.map((version) => (
          <li key={version.id}>
            <div>
              <p>
                {version.ended ? (
                  say.version(version.number)
                ) : (
                  <a href={version.url} target="_blank" rel="noopener">
                    {say.version(version.number)}
                  </a>
                )}
              </p>
              <p className="muted small">{factsOf(version).join(' · ')}</p>
            </div>
            {!version.ended && (
              <p className="share-buttons">
                <Button
                  aria-label={say.copyTheAddressOfVersion(version.number)}
                  onClick={() => void copyText(version.url, say.addressCopied)}
                >
                  {say.copyAddress}
                </Button>
                {canWrite && (
                  <Button
                    busy={takeBack.isPending && takeBack.variables === version.id}
                    aria-label={say.takeBackVersionForGood(version.number)}
                    onClick={() => takeBack.mutate(version.id)}
                  >
                    {say.takeBack}
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
  say.onDayBy(dayText(at), by),
  ...(ended
    ? [say.takenBack(dayText(ended))]
    : [
        ...(embargoUntil && Date.parse(embargoUntil) > Date.now()
          ? [say.fromMoment(momentText(embargoUntil))]
          : []),
        openly ? say.openToSearchEngines : say.forWhoHasTheAddress,
      ]),
]

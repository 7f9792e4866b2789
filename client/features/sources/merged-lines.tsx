/** What a source became a part of, and what became a part of it, with the way back. */
import { useBrief } from '../../brief/brief-context.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { dayText } from '../../ui/when.ts'
import { titleOf } from './source-line.ts'
import { useSources } from './use-library.ts'
import { useMerging } from './use-merging.ts'
import { say } from '../../words/en/sources.ts'

export const MergedLines = ({ source }: { source: Source }) => {
  const { canWrite, focus } = useBrief()
  const sources = useSources()
  const { takeBack } = useMerging()
  const into = source.merged && sources.get(source.merged.into)
  const parts = [...sources.values()].filter(({ merged }) => merged?.into === source.id)
  return (
    <>
      {source.merged && into && (
        <p className="small row">
          {say.mergedInto(source.merged.by.name)}
          <Button look="quiet" onClick={() => focus.openSource(into.id)}>
            {titleOf(into)}
          </Button>
          {canWrite && (
            <Button look="quiet" onClick={() => takeBack(source.id)}>
              {say.undoTheMerge}
            </Button>
          )}
        </p>
      )}
      {parts.map((part) => (
        <p key={part.id} className="muted small row">
          {say.partOfIt(titleOf(part), part.merged?.by.name ?? '', dayText(part.merged?.at ?? ''))}
          {canWrite && (
            <Button look="quiet" onClick={() => takeBack(part.id)}>
              {say.undoTheMerge}
            </Button>
          )}
        </p>
      ))}
    </>
  )
}

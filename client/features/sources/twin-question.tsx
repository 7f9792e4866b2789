/** Asks whether a source is the same work as one that was here before it. */
import { useBrief } from '../../brief/brief-context.ts'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import { titleOf } from './source-line.ts'
import { useMerging } from './use-merging.ts'
import { useTwin } from './use-twins.ts'
import { say } from '../../words/en/sources.ts'

export const TwinQuestion = ({ source }: { source: Source }) => {
  const { doc } = useBrief()
  const twin = useTwin(source.id)
  const { merge } = useMerging()
  if (!twin) return null
  return (
    <p className="missing-question small" role="group" aria-label={say.theSameWork}>
      {say.looksLike(titleOf(twin))}{' '}
      <button type="button" onClick={() => merge(source, twin)}>
        {source.captures.length > 0 ? say.addAsCopy : say.mergeWithIt}
      </button>
      {' · '}
      <button
        type="button"
        onClick={() => changeSource(doc, source.id, { apart: [...source.apart, twin.id] })}
      >
        {say.keepApart}
      </button>
    </p>
  )
}

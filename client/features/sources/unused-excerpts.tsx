/** The tray: excerpts that nothing in the brief rests on yet, the newest first. */
import type { CitationRecord } from '../../../shared/brief/citation.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { shortName } from '../../brief/work-name.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ExcerptCard } from './excerpt-card.tsx'
import { excerptCounts } from './library.ts'
import { say } from '../../words/en/sources.ts'

/** Excerpts that no citation names, and no quotation or quoted words are held against. */
export const unusedOf = (
  excerpts: ReadonlyMap<string, Excerpt>,
  citations: ReadonlyMap<string, CitationRecord>,
): Excerpt[] => {
  const cited = excerptCounts(citations)
  return [...excerpts.values()]
    .filter((each) => !cited.has(each.id) && !each.erased)
    .sort((a, b) => ((a.createdAt ?? '') > (b.createdAt ?? '') ? -1 : 1))
}

export const UnusedExcerpts = ({
  excerpts,
  sources,
}: {
  excerpts: readonly Excerpt[]
  sources: ReadonlyMap<string, Source>
}) =>
  excerpts.length === 0 ? (
    <EmptyState title={say.everyExcerptIsUsed}>
      <p>{say.unusedWaitHere}</p>
    </EmptyState>
  ) : (
    <ul className="excerpt-list tray" aria-label={say.unusedExcerpts}>
      {excerpts.map((each) => {
        const source = sources.get(each.source)
        return (
          <ExcerptCard
            key={each.id}
            excerpt={each}
            from={source ? shortName(source.item) : say.sourceMissing}
          />
        )
      })}
    </ul>
  )

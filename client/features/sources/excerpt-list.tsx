/** What was taken from one source, and, where no machine holds its words, the way to add them by hand. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import type { Focus } from '../../brief/focus.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AttestedDialog } from './attested-dialog.tsx'
import { ExcerptCard } from './excerpt-card.tsx'
import { say } from '../../words/en/sources.ts'

export const ExcerptList = ({
  source,
  excerpts,
  passage,
}: {
  source: Source
  excerpts: Excerpt[]
  passage: Focus['passage']
}) => {
  const { canWrite } = useBrief()
  const [adding, setAdding] = useState(false)
  const held = source.captures.length > 0
  return (
    <div className="excerpts">
      {canWrite && (
        <p className="row">
          <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {say.addWordsByHand}
          </Button>
        </p>
      )}
      {excerpts.length === 0 && (
        <EmptyState title={say.nothingTakenYet}>
          <p>{held ? say.howToTakeFromText : say.howToTakeWithoutText}</p>
        </EmptyState>
      )}
      <ul className="excerpt-list" aria-label={say.excerpts}>
        {excerpts.map((e) => (
          <ExcerptCard key={e.id} excerpt={e} shownAt={passage?.excerpt === e.id ? passage.turn : 0} />
        ))}
      </ul>
      {adding && <AttestedDialog source={source} onClose={() => setAdding(false)} />}
    </div>
  )
}

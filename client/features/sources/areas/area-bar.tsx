/** Begins, takes and leaves the drawing of an area. */
import { SquareDashed } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import type { Drawing } from './use-area.ts'
import { say } from '../../../words/en/sources.ts'

export const AreaBar = ({ drawing }: { drawing: Drawing }) =>
  drawing.on ? (
    <div className="row area-bar" role="group" aria-label={say.area}>
      {/* The same words from first to last: a line less would move the picture under the pointer. */}
      <p className="small">{say.howToDraw}</p>
      <Button look="primary" disabled={!drawing.draft} onClick={drawing.word}>
        {say.takeThisArea}
      </Button>
      <Button onClick={drawing.end}>{say.cancel}</Button>
    </div>
  ) : (
    <Button icon={<SquareDashed aria-hidden />} onClick={drawing.begin}>
      {say.markAnArea}
    </Button>
  )

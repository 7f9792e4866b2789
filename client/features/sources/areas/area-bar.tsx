/** Begins, takes and leaves the drawing of an area. */
import { SquareDashed } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import type { Drawing } from './use-area.ts'

export const AreaBar = ({ drawing }: { drawing: Drawing }) =>
  drawing.on ? (
    <div className="row area-bar" role="group" aria-label="Area">
      {/* The same words from first to last: a line less would move the picture under the pointer. */}
      <p className="small">Draw around what you mean, with the mouse or the arrow keys.</p>
      <Button look="primary" disabled={!drawing.draft} onClick={drawing.word}>
        Take this area
      </Button>
      <Button onClick={drawing.end}>Cancel</Button>
    </div>
  ) : (
    <Button icon={<SquareDashed aria-hidden />} onClick={drawing.begin}>
      Mark an area
    </Button>
  )

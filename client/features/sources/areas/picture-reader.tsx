/** Reads a picture: it is drawn, and what a person means of it is an area with words. */
import { useState } from 'react'
import type { CaptureRef, Source } from '../../../../shared/brief/source.ts'
import type { Excerpt } from '../../../../shared/brief/excerpt.ts'
import { sentenceOf } from '../../../api.ts'
import { useBrief } from '../../../brief/brief-context.ts'
import type { Focus } from '../../../brief/focus.ts'
import { Button } from '../../../ui/button.tsx'
import { AttestedDialog } from '../attested-dialog.tsx'
import { titleOf } from '../source-line.ts'
import { AreaBar } from './area-bar.tsx'
import { AreaLayer } from './area-layer.tsx'
import { drawnAreas } from './drawn-areas.ts'
import { usePicture } from './picture-address.ts'
import { useArea } from './use-area.ts'
import { say } from '../../../words/en/sources.ts'

export const PictureReader = ({
  source,
  capture,
  excerpts,
  passage,
}: {
  source: Source
  capture: Pick<CaptureRef, 'hash' | 'mediaType'>
  excerpts: Excerpt[]
  passage: Focus['passage']
}) => {
  const { canWrite } = useBrief()
  const { hash, mediaType } = capture
  const picture = usePicture(hash, mediaType)
  const drawing = useArea()
  const [broken, setBroken] = useState(false)
  const { draft } = drawing
  if (picture.error)
    return (
      <div className="pane-note" role="alert">
        <p>{sentenceOf(picture.error)}</p>
        <Button onClick={picture.again}>{say.tryAgain}</Button>
      </div>
    )
  return (
    <div className="reader-frame picture-frame">
      <p className="small muted">{say.pictureNotRead}</p>
      {canWrite && <AreaBar drawing={drawing} />}
      {broken && (
        <p className="pane-note" role="alert">
          {say.pictureCannotBeDrawn}
        </p>
      )}
      {picture.address && !broken && (
        <div className="picture">
          <img src={picture.address} alt={titleOf(source)} onError={() => setBroken(true)} />
          <AreaLayer
            label={say.areaOf(titleOf(source))}
            areas={drawnAreas(excerpts, hash, null)}
            shown={passage?.excerpt ?? null}
            drawing={drawing.on}
            area={draft?.area ?? null}
            onArea={(area) => drawing.draw({ page: null, area })}
            onDone={drawing.word}
            onCancel={drawing.end}
          />
        </div>
      )}
      {drawing.wording && draft && (
        <AttestedDialog source={source} drawn={{ ...draft, hash, label: null }} onClose={drawing.end} />
      )}
    </div>
  )
}

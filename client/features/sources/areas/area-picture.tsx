/** The area of a picture that an excerpt holds, cut out of it. */
import { useState } from 'react'
import type { Area } from '../../../../shared/brief/area.ts'
import { usePicture } from './picture-address.ts'
import { say } from '../../../words/en/sources.ts'

export const AreaPicture = ({
  hash,
  mediaType,
  area,
  words,
}: {
  hash: string
  mediaType: string
  area: Area
  words: string
}) => {
  const { address } = usePicture(hash, mediaType)
  const [shape, setShape] = useState<number | null>(null)
  if (!address) return null
  const ratio = shape === null ? null : (shape * area.width) / area.height
  // The whole picture, as much larger than its frame as it is larger than the area, moved until the area is in it.
  const whole = {
    width: `${10_000 / area.width}%`,
    height: `${10_000 / area.height}%`,
    left: `${(-100 * area.x) / area.width}%`,
    top: `${(-100 * area.y) / area.height}%`,
  }
  return (
    <div
      className="area-picture"
      // Never higher than a part of the window.
      style={ratio === null ? undefined : { aspectRatio: ratio, maxWidth: `${40 * ratio}vh` }}
    >
      <img
        src={address}
        alt={words || say.theAreaOfThePicture}
        style={whole}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setShape(naturalHeight > 0 ? naturalWidth / naturalHeight : null)
        }
      />
    </div>
  )
}

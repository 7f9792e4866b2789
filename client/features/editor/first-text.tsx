/** What is read of a brief until its editor is there: the text that the page came with, or a line that says it is coming. */
import { useLayoutEffect, useRef, useState } from 'react'
import { firstTextOf, placeFirstText } from '../../brief/first-text.ts'
import { say } from '../../words/en/editor.ts'

export const FirstText = ({ briefId }: { briefId: string }) => {
  const place = useRef<HTMLDivElement>(null)
  const [text] = useState(() => firstTextOf(briefId))
  // Before the browser paints: it is read without a flicker while the page grows around it.
  useLayoutEffect(() => {
    if (!text) return
    if (place.current) placeFirstText(text, place.current)
    return () => text.remove()
  }, [text])
  return <div ref={place}>{!text && <p className="page-waiting muted">{say.openingTheBrief}</p>}</div>
}

/** Drawing an area on one picture or page of a saved copy, from the wish to the words that go with it. */
import { useState } from 'react'
import type { Area } from '../../../../shared/brief/area.ts'

export type AreaDraft = { page: number | null; area: Area }

export type Drawing = {
  /** Areas can be drawn now. */
  on: boolean
  draft: AreaDraft | null
  /** The area is drawn, its words are asked for. */
  wording: boolean
  begin(): void
  draw(draft: AreaDraft): void
  word(): void
  end(): void
}

export const useArea = (): Drawing => {
  const [on, setOn] = useState(false)
  const [draft, setDraft] = useState<AreaDraft | null>(null)
  const [wording, setWording] = useState(false)
  return {
    on,
    draft,
    wording,
    begin: () => setOn(true),
    draw: setDraft,
    word: () => setWording(true),
    end() {
      setOn(false)
      setDraft(null)
      setWording(false)
    },
  }
}

/**
 * Opens the place that the address names: `#citation=ID`, or `#source=ID` with `find=WORDS` to look for in it. Once; then the
 * address is the brief's own again, so that a reload does not jump.
 */
import { useEffect, useRef } from 'react'
import type { EditorHandle } from '../brief/editor-handle.ts'
import type { FocusStore } from '../brief/focus.ts'

export const usePlaceInAddress = ({
  editor,
  focus,
  onCitation,
  onSource,
}: {
  /** Null until the page can be scrolled. */
  editor: EditorHandle | null
  focus: FocusStore
  onCitation: (id: string) => void
  onSource: () => void
}): void => {
  const opened = useRef(false)
  useEffect(() => {
    if (!editor || opened.current) return
    opened.current = true
    const place = new URLSearchParams(location.hash.slice(1))
    const citation = place.get('citation')
    const source = place.get('source')
    if (!citation && !source) return
    history.replaceState(history.state, '', location.pathname + location.search)
    if (citation) {
      editor.showCitation(citation)
      onCitation(citation)
    } else if (source) {
      focus.openSource(source, place.get('find'))
      onSource()
    }
  }, [editor, focus, onCitation, onSource])
}

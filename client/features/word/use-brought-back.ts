/** What the file that came back says otherwise than the brief as it is now: compared again when the brief rests after a change. */
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { readBrief } from '../../../shared/brief/read.ts'
import type { BroughtBack } from '../../../shared/word/difference.ts'
import { broughtBack } from '../../../shared/word/differences.ts'
import type { WordDocument } from '../../../shared/word/document.ts'

/** Milliseconds. */
const RESTS = 300

export const compareNow = (doc: Y.Doc, file: WordDocument): BroughtBack => broughtBack(readBrief(doc), file)

/** `live`: false while nobody looks. Null without a file. */
export const useBroughtBack = (doc: Y.Doc, file: WordDocument | null, live: boolean): BroughtBack | null => {
  const [found, setFound] = useState<{ file: WordDocument; back: BroughtBack } | null>(null)
  useEffect(() => {
    if (!file || !live) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => setFound({ file, back: compareNow(doc, file) })
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(look, RESTS)
    }
    look()
    doc.on('update', soon)
    return () => {
      clearTimeout(timer)
      doc.off('update', soon)
    }
  }, [doc, file, live])
  return found?.file === file ? (found?.back ?? null) : null
}

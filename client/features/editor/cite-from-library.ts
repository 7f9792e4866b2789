/** Cites a work of another brief: it is taken over first, while the person goes on writing. */
import { sentenceOf } from '../../api.ts'
import { takeFromLibrary } from '../../brief/library-works.ts'
import { announce } from '../../ui/live-region.tsx'
import { toast } from '../../ui/toast.ts'
import { keepPlace } from './kept-place.ts'
import type { OpenEditor } from './open-editor.ts'
import { refuseCitation } from './refuse-citation.ts'
import { say } from '../../words/en/editor.ts'

/** What was typed to find it stays in the text until it is cited, or for good when it cannot be taken over. */
export const citeFromLibrary = async (
  page: OpenEditor,
  briefId: string,
  work: string,
  typed: { from: number; to: number },
): Promise<void> => {
  const { editor, evidence, broughtSources } = page
  const place = keepPlace(editor, typed)
  const words = (range: { from: number; to: number }) => editor.state.doc.textBetween(range.from, range.to)
  const written = words(typed)
  try {
    const { source, added } = await takeFromLibrary(briefId, work, evidence)
    if (editor.isDestroyed) return
    const at = place.get()
    const isWhole = words(at) === written
    if (!page.cite([{ source }], isWhole ? at : { from: at.to, to: at.to })) return refuseCitation()
    if (added) broughtSources.came(source)
    announce(say.takenFromLibrary)
  } catch (error) {
    toast({ title: say.notCited, description: sentenceOf(error) })
  } finally {
    place.forget()
  }
}

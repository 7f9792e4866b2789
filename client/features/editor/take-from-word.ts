/** Takes one difference of a Word file over into the brief: one step of undo, and what stands beside the body comes along. */
import * as Y from 'yjs'
import { changeAbout } from '../../../shared/brief/about.ts'
import { makeElement } from '../../../shared/brief/body.ts'
import { addCitation } from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { writeFootnote } from '../../../shared/brief/footnotes.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { addSource } from '../../../shared/brief/source.ts'
import type { WordDocument } from '../../../shared/word/document.ts'
import type { Edit } from '../../../shared/word/edit.ts'
import { marksOfLook } from '../../../shared/word/stream.ts'
import { type Beside, take } from '../../../shared/word/take.ts'
import { rememberedSentence } from './covered-sentence.ts'
import { withBodyChange } from './with-body-change.ts'
import { type Desk, oneStep } from './writing.ts'

/** False where the brief has no place for it any more; then nothing is changed. */
export const takeFromWord = (desk: Desk, edit: Edit, file: WordDocument): boolean => {
  const { view, doc, undo, origin } = desk
  if (!view.editable) return false
  const { tr } = view.state
  const beside = take(tr, edit, readBrief(doc), file)
  if (!beside) return false
  const note = beside.note && noteChange(doc, beside.note)
  if (beside.note && !note) return false
  const records = () => {
    for (const source of beside.sources) addSource(doc, source)
    for (const { id, cites, covers } of beside.citations)
      addCitation(doc, { id, cites, covers, sentence: rememberedSentence(tr.doc, id) })
    for (const [id, paragraphs] of beside.footnotes) writeFootnote(doc, id, paragraphs)
  }
  oneStep(undo, () => {
    if (tr.docChanged)
      withBodyChange(
        doc,
        () => view.dispatch(tr),
        () => undo.keep(records),
      )
    doc.transact(() => {
      if (beside.title !== null) changeAbout(doc, { title: beside.title })
      note?.()
    }, origin)
  })
  return true
}

/** Null where the footnote, its paragraph or the place in it is gone. */
const noteChange = (
  doc: Y.Doc,
  { footnote, paragraph, from, to, pieces }: NonNullable<Beside['note']>,
): (() => void) | null => {
  const text = roots(doc).footnotes.get(footnote)
  const within = text instanceof Y.XmlElement ? text.get(paragraph) : null
  if (!(within instanceof Y.XmlElement)) return null
  // Several there are when two people began one paragraph at once.
  const texts = within.toArray().filter((child) => child instanceof Y.XmlText)
  if (texts.length > 1 || pieces.some(({ is }) => is !== 'text' && is !== 'break' && is !== 'citation'))
    return null
  if (to > (texts[0]?.length ?? 0)) return null
  return () => {
    let words = texts[0]
    if (!words) within.insert(0, [(words = new Y.XmlText())])
    words.delete(from, to - from)
    let at = from
    for (const piece of pieces) {
      if (piece.is === 'text') {
        const looks = marksOfLook(piece.look).map(({ type, attrs }) => [type, attrs ?? {}])
        words.insert(at, piece.text, Object.fromEntries(looks))
        at += piece.text.length
      } else {
        const node =
          piece.is === 'citation' ? { type: 'citation', attrs: { id: piece.id } } : { type: 'hardBreak' }
        words.insertEmbed(at, makeElement(node))
        at++
      }
    }
  }
}

/** The sentence that a citation on the page speaks for, read out of the editor's own document. */
import type { Node } from '@tiptap/pm/model'
import type { CitationRecord } from '../../../shared/brief/citation.ts'
import { coveredWords, type Inline } from '../../../shared/brief/covers.ts'
import { placeOf } from './citation-places.ts'

const inlineOfBlock = (block: Node): Inline[] => {
  const inline: Inline[] = []
  block.forEach((child) => {
    if (child.isText) inline.push(child.text ?? '')
    else if (child.type.name === 'hardBreak') inline.push('\n')
    else if (child.type.name === 'citation') inline.push({ citation: String(child.attrs.id ?? '') })
  })
  return inline
}

/** '' when the citation does not stand in the document. */
const coveredSentence = (doc: Node, id: string, covers: CitationRecord['covers'] = 'sentence'): string => {
  const pos = placeOf(doc, id)
  return pos === null ? '' : coveredWords(inlineOfBlock(doc.resolve(pos).parent), id, covers)
}

/** A sentence to find a place by, not a copy of the text. */
const LONGEST = 600

/** What the record keeps of its sentence, in case the citation loses its place in a merge. */
export const rememberedSentence = (doc: Node, id: string): string =>
  coveredSentence(doc, id).slice(0, LONGEST)

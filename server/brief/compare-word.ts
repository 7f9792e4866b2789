/** What a Word file that came back says otherwise than the brief, as the API tells it. */
import type { ReadBrief } from '../../shared/brief/read.ts'
import type { broughtBackResult } from '../../shared/wire/brought-back.ts'
import type { Difference } from '../../shared/word/difference.ts'
import { broughtBack } from '../../shared/word/differences.ts'
import type { WordDocument } from '../../shared/word/document.ts'
import type { z } from 'zod'

export type Compared = Omit<z.infer<typeof broughtBackResult>, 'file'>

export const compareWord = (brief: ReadBrief, document: WordDocument): Compared => {
  const found = broughtBack(brief, document)
  return { ...found, differences: found.differences.map(told) }
}

/** Without the place in an editor's document, which holds for one moment of one page. */
const told = (each: Difference): Compared['differences'][number] => {
  const { id, what, by, section, before, removed, added, after, as, alsoHere, why, edit } = each
  return {
    id,
    what,
    by,
    section,
    before,
    removed,
    added,
    after,
    as,
    alsoHere,
    why,
    canBeTaken: edit !== null,
  }
}

/** HTML of a clipboard as the cleaned page that the schema reads, however deep or hostile it came. */
import type { Schema } from '@tiptap/pm/model'
import { newId } from '../../../../shared/brief/id.ts'
import { leave } from './left-out.ts'
import { parserDepth, wordsOnly } from './parser-guard.ts'
import { withoutMarks } from './picture-marks.ts'
import { type PastedHtml, pastedHtml } from './pasted-html.ts'
import { picturesOfRtf } from './rtf-pictures.ts'

/** `rtf`: the rich text beside it, in which Word brings its pictures. */
export const clipboardPage = (html: string, rtf: string, schema: Schema): PastedHtml => {
  const tooDeep = parserDepth(html)
  const words = tooDeep > 0 ? wordsOnly(html) : html
  const page = new DOMParser().parseFromString(withoutMarks(words), 'text/html')
  const cleaned = pastedHtml(page.body, schema, {
    newId,
    fromFile: rtf.includes('\\pict') ? picturesOfRtf(rtf) : [],
  })
  leave(cleaned.left, 'deep', tooDeep)
  return cleaned
}

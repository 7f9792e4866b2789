/** What is selected as Markdown, with the notes that it names and nothing that only this program reads. */
import type { EditorState } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { BodyNode } from '../../../../shared/brief/body.ts'
import { readBrief, withOrder } from '../../../../shared/brief/read.ts'
import { toMarkdown } from '../../../../shared/markdown/write.ts'

/** All of it where nothing is selected. */
export const markdownOf = (brief: Y.Doc, { selection, doc }: EditorState): string => {
  const part = selection.empty ? doc : doc.cut(selection.from, selection.to)
  const text = toMarkdown(withOrder({ ...readBrief(brief), body: part.toJSON() as BodyNode }), {
    citations: 'plain',
    evidence: 'none',
  })
  // The fields before it and the ties in it are the file's, not the text's.
  return text.replace(/^---\n[\s\S]*?\n---\n+/, '').replace(/ ?<!-- cite [^<>\n]*-->/g, '')
}

/** Pastes Markdown in two steps: the text as it is, then as what it means. Undo once gives the text back. */
import { Fragment, type Slice as PageSlice, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { newId } from '../../../../shared/brief/id.ts'
import type { BodyNode } from '../../../../shared/brief/body.ts'
import { writeFootnote } from '../../../../shared/brief/footnotes.ts'
import { toast } from '../../../ui/toast.ts'
import type { BriefUndo } from '../brief-undo.ts'
import { footnotePlaces } from '../footnote-places.ts'
import { throughEdge } from './schema-edge.ts'
import { say } from '../../../words/en/editor.ts'

export const pasteMarkdown = (
  view: EditorView,
  { doc, undo }: { doc: Y.Doc; undo: BriefUndo },
  text: string,
  asWritten: PageSlice,
  /** Of what it means, what this text may hold; footnotes go with their marks. */
  reduce: (content: BodyNode[]) => BodyNode[] = (content) => content,
): void => {
  const { from } = view.state.selection
  const written = view.state.tr.replaceSelection(asWritten)
  const to = written.selection.to
  undo.manager.stopCapturing()
  // Not as a paste: its rules would read a part of it already.
  view.dispatch(written.scrollIntoView())
  const words = view.state.doc.textBetween(from, to, '\n')
  void convert()

  async function convert() {
    const { readMarkdownText } = await import('./markdown-text.ts')
    // Whoever wrote in it meanwhile means it as it stands.
    if (view.isDestroyed || to > view.state.doc.content.size) return
    if (view.state.doc.textBetween(from, to, '\n') !== words) return
    const { content: read, footnotes } = readMarkdownText(text, newId)
    const content = reduce(read)
    if (content.length === 0) return
    const nodes = Fragment.fromJSON(view.state.schema, content)
    const open = (end: 'firstChild' | 'lastChild') => (nodes[end]?.type.name === 'paragraph' ? 1 : 0)
    const marked = new Set(
      footnotePlaces(view.state.schema.topNodeType.create(null, nodes)).map(({ id }) => id),
    )
    for (const [id, paragraphs] of footnotes) if (marked.has(id)) writeFootnote(doc, id, paragraphs)
    const meant = throughEdge(new Slice(nodes, open('firstChild'), open('lastChild')))
    undo.manager.stopCapturing()
    const tr = view.state.tr.replaceRange(from, to, meant)
    view.dispatch(tr.scrollIntoView())
    undo.manager.stopCapturing()
    toast({
      title: say.readAsMarkdown,
      action: { label: say.keepThePlainText, run: () => void undo.manager.undo() },
    })
  }
}

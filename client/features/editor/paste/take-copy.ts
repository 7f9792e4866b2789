/** What leaves the page by copying: HTML and plain text that others can read. */
import type { Fragment } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { EvidenceStore } from '../../../brief/evidence.ts'
import { numbersKey } from '../citation-numbers.ts'
import { type CopiedNotes, notesOf } from './copied-notes.ts'
import { copiedText } from './copied-text.ts'

/** The marks and notes of a part of this page, as the page shows them now. */
export const shownNotes = (
  content: Fragment,
  { dom, state }: EditorView,
  evidence: EvidenceStore,
): CopiedNotes => {
  const labels = new Map(
    [...dom.querySelectorAll('[data-citation], [data-footnote]')].map((mark) => [
      mark.getAttribute('data-id') ?? '',
      mark.getAttribute('data-n'),
    ]),
  )
  return notesOf(state.schema.topNodeType.create(null, []).copy(content), {
    lang: dom.lang,
    evidence: evidence.get(),
    order: numbersKey.getState(state)?.order,
    labelOf: (id) => labels.get(id) ?? null,
  })
}

export const takeCopy = (evidence: EvidenceStore) =>
  new Plugin({
    props: {
      clipboardTextSerializer: ({ content }, view) =>
        copiedText(content, shownNotes(content, view, evidence)),
    },
  })

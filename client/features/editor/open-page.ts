/** The editor of an open brief, in an element of its own that can be put anywhere. */
import type { Person } from '../../../shared/brief/document.ts'
import type { OpenBrief } from '../../brief/open-brief.ts'
import { picturesOf } from '../../brief/pictures-of.ts'
import { watchesOf } from '../../brief/watches.ts'
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/editor.ts'
import { type OpenEditor, openEditor } from './open-editor.ts'

/** What the editor asks of those who draw the page around it. */
export type AroundPage = {
  me: Person
  onCitation(id: string, byKey: boolean): void
  onOpenPassage(excerptId: string): void
}

export type OpenPage = { element: HTMLElement; editor: OpenEditor }

/** In `element`, or where that is put. `around` is asked anew at each call: the editor outlives a drawing. */
export const openPage = (
  open: Pick<OpenBrief, 'briefId' | 'doc' | 'awareness' | 'undoOrigin' | 'unsent' | 'connection'>,
  { canWrite, around, element }: { canWrite: boolean; around: () => AroundPage; element: HTMLElement },
): OpenPage => {
  const { briefId, doc, awareness, undoOrigin } = open
  const leftOver = (called: string) =>
    toast({
      title: say.pictureLeftOver,
      description: say.pictureLeftOverMeans,
      action: { label: say.putIn, run: () => void page.editor.putPicture(called) },
      stays: true,
    })
  const page: OpenPage = {
    element,
    editor: openEditor({
      element,
      briefId,
      doc,
      awareness,
      origin: undoOrigin,
      ...watchesOf(doc, around().me.id),
      pictures: picturesOf(open, around().me.id, canWrite, canWrite ? leftOver : undefined),
      me: () => around().me,
      canWrite,
      onCitation: (citation, byKey) => around().onCitation(citation, byKey),
      onOpenPassage: (excerpt) => around().onOpenPassage(excerpt),
      focusToolbar: () => {
        const first = element.closest('.brief-page')?.querySelector<HTMLElement>('.selection-toolbar button')
        first?.focus()
        return Boolean(first)
      },
    }),
  }
  return page
}

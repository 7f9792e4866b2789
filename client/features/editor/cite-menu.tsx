/** What can be cited, beneath `[@` in the text: passages and sources of the brief, then works of the library. */
import { useBrief } from '../../brief/brief-context.ts'
import { citeOf, type EvidenceEntry, evidenceEntries, findEntries } from '../../brief/evidence-entries.ts'
import { type LibraryEntry, libraryNote, useLibraryWorks } from '../../brief/library-works.ts'
import { useStore } from '../../brief/use-store.ts'
import { citeFromLibrary } from './cite-from-library.ts'
import { EvidenceOption } from './evidence-option.tsx'
import { MenuAtCaret } from './menu-at-caret.tsx'
import type { OpenEditor } from './open-editor.ts'
import { refuseCitation } from './refuse-citation.ts'
import { dismissTrigger, type Trigger } from './trigger.ts'
import { say } from '../../words/en/editor.ts'

const ADD = { id: 'add-source' } as const
type Row = EvidenceEntry | LibraryEntry | typeof ADD

export const CiteMenu = ({ page, trigger }: { page: OpenEditor; trigger: Trigger }) => {
  const { id: briefId, focus } = useBrief()
  const evidence = useStore(page.evidence)
  const library = useLibraryWorks(briefId, evidence.sources, trigger.query)
  const own = findEntries(evidenceEntries(evidence, 'all'), trigger.query)
  const found: Row[] = [...own, ...library.entries]
  // While the library is asked, nobody knows yet that there is nothing.
  const isNothing = found.length === 0 && library.is !== 'looking'
  const { editor } = page
  return (
    <MenuAtCaret
      page={page}
      trigger={trigger}
      label={say.sourcesAndPassages}
      items={isNothing ? [ADD] : found}
      keyOf={(row) => row.id}
      choose={(row) => {
        if ('source' in row) {
          if (!page.cite([citeOf(row)], trigger)) refuseCitation()
        } else if ('work' in row) {
          editor.view.dispatch(dismissTrigger(editor.state))
          void citeFromLibrary(page, briefId, row.work, trigger)
        } else {
          editor.chain().deleteRange(trigger).run()
          focus.closeSource()
          focus.adding.set(true)
        }
      }}
      empty={say.lookingInTheLibrary}
      note={
        isNothing
          ? [trigger.query.trim() === '' ? say.nothingToCiteYet : say.nothingFound, libraryNote(library)]
              .filter(Boolean)
              .join(' ')
          : libraryNote(library)
      }
    >
      {(row) =>
        'item' in row ? <EvidenceOption entry={row} /> : <span className="option-name">{say.addASource}</span>
      }
    </MenuAtCaret>
  )
}

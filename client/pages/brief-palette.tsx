/** The palette of an open brief: what can be done in it, its headings and its sources. */
import { useState } from 'react'
import { shortName, titleOfWork } from '../brief/work-name.ts'
import { useBrief } from '../brief/brief-context.ts'
import type { EditorHandle } from '../brief/editor-handle.ts'
import type { Evidence } from '../brief/evidence.ts'
import type { PaletteGroup, PaletteItem } from '../features/palette/found.ts'
import { coming } from '../ui/coming.tsx'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import type { HeaderDialog } from './brief-header.tsx'
import type { Panes } from './use-panes.ts'
import { say } from '../words/en/brief-page.ts'

const Palette = coming(async () => (await import('../features/palette/palette.tsx')).Palette)
const ShortcutsDialog = coming(
  async () => (await import('../features/palette/shortcuts-dialog.tsx')).ShortcutsDialog,
)

export type Asked = 'palette' | 'shortcuts' | null

export const BriefPalette = ({
  asked,
  onAsked,
  panes,
  onDialog,
  onSource,
}: {
  asked: Asked
  onAsked: (asked: Asked) => void
  panes: Panes
  onDialog: (dialog: HeaderDialog) => void
  onSource: (id: string) => void
}) => {
  const { editor, evidence, canWrite } = useBrief()
  // Loaded when it is first asked for; it closes by itself, and then does what was chosen.
  const [wanted, setWanted] = useState({ palette: false, shortcuts: false })
  if (asked !== null && !wanted[asked]) setWanted({ ...wanted, [asked]: true })
  const pane = (name: 'sources' | 'evidence', keys: string): PaletteItem => ({
    id: `pane-${name}`,
    name: panes.isShown(name) ? PANES[name].fold : PANES[name].show,
    also: say.paneAlso,
    keys,
    run: () => panes.toggle(name),
  })
  const brief = (): PaletteGroup => ({
    name: say.brief,
    items: [
      { id: 'share', name: say.share, also: say.shareAlso, run: () => onDialog('share') },
      {
        id: 'export',
        name: say.exportIt,
        also: say.exportAlso,
        run: () => onDialog('export'),
      },
      ...(canWrite
        ? [
            {
              id: 'word',
              name: say.bringBackAWordFile,
              also: say.bringBackAlso,
              run: () => onDialog('word'),
            },
          ]
        : []),
      pane('sources', 'mod alt ['),
      pane('evidence', 'mod alt ]'),
      {
        id: 'shortcuts',
        name: say.keyboardShortcuts,
        also: say.shortcutsAlso,
        keys: 'mod /',
        run: () => onAsked('shortcuts'),
      },
    ],
  })
  const keysOnly = [
    { id: 'palette', name: say.commandsHeadingsSources, keys: 'mod K' },
    { id: 'panes', name: say.nextPane, keys: 'F6' },
    { id: 'back', name: say.fromAPaneBack, keys: 'Esc' },
  ]
  const close = (open: boolean) => !open && onAsked(null)
  return (
    <ErrorBoundary label={say.theCommands}>
      {wanted.palette && (
        <Palette
          open={asked === 'palette'}
          onOpenChange={close}
          groups={() => [
            brief(),
            ...commandsOf(editor),
            headingsOf(editor),
            sourcesOf(evidence.get(), onSource),
          ]}
        />
      )}
      {wanted.shortcuts && (
        <ShortcutsDialog
          open={asked === 'shortcuts'}
          onOpenChange={close}
          groups={() => [{ ...brief(), items: [...keysOnly, ...brief().items] }, ...commandsOf(editor)]}
        />
      )}
    </ErrorBoundary>
  )
}

const PANES = {
  sources: { fold: say.foldSources, show: say.showSources },
  evidence: { fold: say.foldEvidence, show: say.showEvidence },
}

const commandsOf = (editor: EditorHandle | null): PaletteGroup[] =>
  editor?.commands().map(({ name, commands }) => ({ name, items: commands })) ?? []

const headingsOf = (editor: EditorHandle | null): PaletteGroup => ({
  name: say.headings,
  items: (editor?.figures.get().headings ?? []).map(({ pos, level, words }) => ({
    id: `heading-at-${pos}`,
    name: words || say.untitledSection,
    depth: level - 1,
    run: () => editor?.showPlace(pos),
  })),
})

const sourcesOf = ({ sources }: Evidence, onSource: (id: string) => void): PaletteGroup => ({
  name: say.sources,
  items: [...sources.values()]
    .filter(({ removed }) => !removed)
    .map(({ id, item }) => ({
      id: `source-${id}`,
      name: titleOfWork(item),
      hint: shortName(item),
      also: item['container-title'] ?? '',
      run: () => onSource(id),
    })),
})

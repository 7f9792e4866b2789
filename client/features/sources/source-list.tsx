/** The sources of a brief: searched, opened, added, and dropped in as files. */
import { FileText, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { useStore } from '../../brief/use-store.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { announce } from '../../ui/live-region.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AddingFiles, AddingOne } from './adding-files.tsx'
import { AllSourcesMenu } from './all-sources-menu.tsx'
import { AddSourceDialog, type Way } from './add-source-dialog.tsx'
import { DropZone } from './drop-zone.tsx'
import { FoundInTexts } from './found-in-texts.tsx'
import { filterLibrary, libraryOf } from './library.ts'
import { SourceRow } from './source-row.tsx'
import { UnusedExcerpts, unusedOf } from './unused-excerpts.tsx'
import { useAddFiles } from './use-add-files.ts'
import { canCheck } from './use-checking.ts'
import { useSourceChecks } from './use-source-checks.ts'
import { isReferences, useReferenceFiles } from './use-reference-files.ts'
import { WaitingAddresses } from './waiting-addresses.tsx'
import { useCitations, useExcerpts, useSources } from './use-library.ts'
import { say } from '../../words/en/sources.ts'

/** One letter is in every text. */
const SEARCHED_FROM = 2

type View = 'sources' | 'unused'

export const SourceList = () => {
  const { canWrite, focus } = useBrief()
  const [sources, excerpts, citations] = [useSources(), useExcerpts(), useCitations()]
  const all = useMemo(() => libraryOf(sources, excerpts, citations), [sources, excerpts, citations])
  const [typed, setTyped] = useState('')
  const [way, setWay] = useState<Way | null>(null)
  const isAsked = useStore(focus.adding)
  // Whoever asks for it on the page begins with the first way.
  const adding = way ?? (isAsked ? 'text' : null)
  const setAdding = (next: Way | null) => {
    setWay(next)
    if (next === null) focus.adding.set(false)
  }
  const [view, setView] = useState<View>('sources')
  const files = useAddFiles()
  const checks = useSourceChecks()
  const lists = useReferenceFiles()
  const shown = filterLibrary(all, typed)
  const searched = useMemo(() => all.map((entry) => entry.source), [all])
  const unused = unusedOf(excerpts, citations)

  const drop = (dropped: File[]) => {
    const references = dropped.filter(isReferences)
    if (references.length > 0) {
      setAdding('references')
      lists.add(references)
    }
    const others = dropped.filter((file) => !isReferences(file))
    if (others.length > 0) void files.add(others)
  }

  const search = (value: string) => {
    setTyped(value)
    setView('sources')
    if (value.trim() !== '') announce(say.sourcesFound(filterLibrary(all, value).length))
  }

  const entries = (
    <>
      {all.length > 0 && shown.length === 0 && <p className="pane-note">{say.nothingFound}</p>}
      <ul aria-label={say.sources} className="source-list">
        {shown.map((entry) => (
          <SourceRow key={entry.source.id} entry={entry} check={checks.get(entry.source.id)} />
        ))}
      </ul>
      {typed.trim().length >= SEARCHED_FROM && <FoundInTexts sources={searched} typed={typed.trim()} />}
    </>
  )

  const list = (
    <>
      <div className="source-list-head">
        {all.length > 0 && (
          <TextField
            label={say.searchSources}
            hideLabel
            type="search"
            placeholder={say.search}
            value={typed}
            onValue={search}
            className="source-search"
          />
        )}
        {canWrite && (
          <Button icon={<Plus aria-hidden />} busy={files.adding !== null} onClick={() => setAdding('text')}>
            {say.addSource}
          </Button>
        )}
        {canWrite && all.some(({ source }) => canCheck(source)) && <AllSourcesMenu />}
      </div>
      <AddingFiles files={files} />
      {lists.adding && adding === null && <AddingOne adding={lists.adding} onStop={lists.stop} />}
      <WaitingAddresses />
      {all.length === 0 && (
        <EmptyState icon={<FileText aria-hidden />} title={say.noSourceYet}>
          {canWrite && <p>{say.howToBegin}</p>}
        </EmptyState>
      )}
      {excerpts.size === 0 ? (
        entries
      ) : (
        <Tabs<View>
          label={say.ofThisBrief}
          value={view}
          onValue={setView}
          tabs={[
            { value: 'sources', label: say.sources },
            {
              value: 'unused',
              label: unused.length > 0 ? say.unusedExcerptsN(unused.length) : say.unusedExcerpts,
            },
          ]}
        >
          {view === 'sources' ? entries : <UnusedExcerpts excerpts={unused} sources={sources} />}
        </Tabs>
      )}
    </>
  )
  return (
    <>
      {canWrite ? <DropZone onFiles={drop}>{list}</DropZone> : list}
      {canWrite && <AddSourceDialog way={adding} onWay={setAdding} lists={lists} />}
    </>
  )
}

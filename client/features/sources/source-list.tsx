/** The sources of a brief: searched, opened, added, and dropped in as files. */
import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { announce } from '../../ui/live-region.tsx'
import { counted } from '../../ui/counted.ts'
import { TextField } from '../../ui/text-field.tsx'
import { AddSourceDialog } from './add-source-dialog.tsx'
import { DropZone } from './drop-zone.tsx'
import { filterLibrary, libraryOf } from './library.ts'
import { SourceRow } from './source-row.tsx'
import { useAddFiles } from './use-add-files.ts'
import { useCitations, useExcerpts, useSources } from './use-library.ts'

export const SourceList = () => {
  const { canWrite } = useBrief()
  const all = libraryOf(useSources(), useExcerpts(), useCitations())
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const files = useAddFiles()
  const shown = filterLibrary(all, typed)

  const search = (value: string) => {
    setTyped(value)
    if (value.trim() !== '') announce(`${counted(filterLibrary(all, value).length, 'source')} found.`)
  }

  const list = (
    <>
      <div className="source-list-head">
        {all.length > 0 && (
          <TextField
            label="Search sources"
            hideLabel
            type="search"
            placeholder="Search"
            value={typed}
            onValue={search}
            className="source-search"
          />
        )}
        {canWrite && (
          <Button icon={<Plus aria-hidden />} busy={files.busy} onClick={() => setAdding(true)}>
            Add source
          </Button>
        )}
      </div>
      {all.length === 0 && (
        <EmptyState icon={<FileText aria-hidden />} title="There is no source in this brief yet.">
          {canWrite && <p>Paste text, or drop a file here: .txt, .md or .html.</p>}
        </EmptyState>
      )}
      {all.length > 0 && shown.length === 0 && <p className="pane-note">No source has these words.</p>}
      <ul aria-label="Sources" className="source-list">
        {shown.map((entry) => (
          <SourceRow key={entry.source.id} entry={entry} />
        ))}
      </ul>
    </>
  )
  return (
    <>
      {canWrite ? <DropZone onFiles={(dropped) => void files.add(dropped)}>{list}</DropZone> : list}
      {canWrite && <AddSourceDialog open={adding} onOpenChange={setAdding} />}
    </>
  )
}

/** Chooses or drops files; each becomes a source with a saved copy. */
import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { AddingFiles } from './adding-files.tsx'
import { DropZone } from './drop-zone.tsx'
import { READABLE, useAddFiles } from './use-add-files.ts'
import { isReferences, REFERENCES } from './use-reference-files.ts'
import { say } from '../../words/en/sources.ts'

export const ChooseFile = ({
  onAdded,
  onReferences,
}: {
  onAdded: () => void
  /** Lists of works among what was chosen. */
  onReferences: (lists: File[]) => void
}) => {
  const chooser = useRef<HTMLInputElement>(null)
  const files = useAddFiles()
  const add = async (chosen: File[]) => {
    const lists = chosen.filter(isReferences)
    if (lists.length > 0) onReferences(lists)
    if (lists.length === chosen.length) return
    // What was refused is said beside the form, which stays for another try.
    if ((await files.add(chosen.filter((file) => !isReferences(file)))) > 0) onAdded()
  }
  return (
    <DropZone onFiles={(dropped) => void add(dropped)}>
      <AddingFiles files={files} onAdded={onAdded} />
      <div className="file-zone">
        <FileUp aria-hidden />
        <p>{say.whatFiles}</p>
        <p className="muted small">{say.wordsAreKept}</p>
        <Button busy={files.adding !== null} onClick={() => chooser.current?.click()}>
          {say.chooseFiles}
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={`${READABLE},${REFERENCES}`}
          aria-label={say.filesToAddAsSources}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            event.target.value = ''
            if (chosen.length > 0) void add(chosen)
          }}
        />
      </div>
    </DropZone>
  )
}

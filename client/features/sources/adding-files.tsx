/** How far the file is that is being added, with a way to stop it; and which pages of a long one are wanted. */
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Progress } from '../../upload.ts'
import type { AddFiles, Adding, Ranged } from './use-add-files.ts'
import { say } from '../../words/en/sources.ts'

export const AddingFiles = ({ files, onAdded }: { files: AddFiles; onAdded?: () => void }) => {
  const { adding, ranged } = files
  return (
    <>
      {adding && <AddingOne adding={adding} onStop={files.stop} />}
      {ranged.map((each) => (
        <PagesWanted
          key={`${each.file.name} ${each.file.size}`}
          ranged={each}
          files={files}
          onAdded={onAdded}
        />
      ))}
    </>
  )
}

export const AddingOne = ({ adding, onStop }: { adding: Adding; onStop: () => void }) => (
  <div className="adding-file" role="status">
    <p>
      {WORDS[adding.progress.is]} <b>{adding.name}</b>
    </p>
    <progress aria-label={adding.name} value={shareOf(adding.progress) ?? undefined} max={1} />
    <Button onClick={onStop}>{say.stop}</Button>
  </div>
)

const WORDS: Record<Progress['is'], string> = {
  sending: say.sending,
  waiting: say.waitingForOtherFiles,
  reading: say.reading,
}

const shareOf = (progress: Progress) => (progress.is === 'waiting' ? null : progress.share)

const PagesWanted = ({
  ranged: { file, sentence },
  files,
  onAdded,
}: {
  ranged: Ranged
  files: AddFiles
  onAdded: (() => void) | undefined
}) => {
  const [pages, setPages] = useState('1-200')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (files.adding) return
    if ((await files.addPages(file, pages)) > 0) onAdded?.()
  }
  return (
    <form className="adding-file" onSubmit={(event) => void submit(event)}>
      <p>
        <b>{file.name}</b> {sentence}
      </p>
      <TextField label={say.pages} value={pages} onValue={setPages} hint={say.pagesExample} />
      <p className="row">
        <Button look="primary" type="submit" disabled={pages.trim() === '' || files.adding !== null}>
          {say.readThesePages}
        </Button>
        <Button onClick={() => files.leave(file)}>{say.leaveItOut}</Button>
      </p>
    </form>
  )
}

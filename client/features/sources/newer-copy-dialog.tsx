/** Brings in a newer copy of a source: a file, or pasted text. The older copy stays, and so do its excerpts. */
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Source } from '../../../shared/brief/source.ts'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.ts'
import { addFileCapture } from '../../upload.ts'
import { AddingOne } from './adding-files.tsx'
import { type Adding, READABLE } from './use-add-files.ts'
import { say } from '../../words/en/sources.ts'

export const NewerCopyDialog = ({ source, onClose }: { source: Source; onClose: () => void }) => {
  const { id, focus } = useBrief()
  const [text, setText] = useState('')
  const [adding, setAdding] = useState<Adding | null>(null)
  const stopping = useRef<AbortController | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const add = useMutation({
    /** Null: it was stopped. */
    mutationFn: async (file: File | null) => {
      if (!file) return api.addCapture(id, source.id, text)
      const stopped = new AbortController()
      stopping.current = stopped
      const told = (progress: Adding['progress']) => setAdding({ name: file.name, progress })
      try {
        return await addFileCapture(id, source.id, file, { signal: stopped.signal, told })
      } catch (error) {
        if (stopped.signal.aborted) return null
        throw error
      }
    },
    onSettled: () => setAdding(null),
    onSuccess: (added) => {
      if (!added) return
      toast(added.unchanged ? say.sameCopy : say.newSavedCopyAdded)
      focus.openSource(source.id)
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (open) return
        stopping.current?.abort()
        onClose()
      }}
      title={say.addANewerCopy}
      description={say.whatANewerCopyDoes}
      footer={
        <>
          <Button disabled={add.isPending} onClick={() => chooser.current?.click()}>
            {say.chooseAFile}
          </Button>
          <Button
            look="primary"
            busy={add.isPending && adding === null}
            disabled={text.trim() === '' || add.isPending}
            onClick={() => add.mutate(null)}
          >
            {say.addTheText}
          </Button>
        </>
      }
    >
      {adding ? (
        <AddingOne adding={adding} onStop={() => stopping.current?.abort()} />
      ) : (
        <TextField
          label={say.itsTextNow}
          lines={8}
          value={text}
          onValue={setText}
          placeholder={say.newerCopyHint}
        />
      )}
      {add.error && <p role="alert">{sentenceOf(add.error)}</p>}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={READABLE}
        aria-label={say.fileWithTheNewerCopy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) add.mutate(file)
        }}
      />
    </Dialog>
  )
}

/**
 * Adds files as sources, one after the other; tells how far it is, can be stopped, and says what was added and what
 * was not. A PDF that is too long waits for the pages that are wanted.
 */
import { useRef, useState } from 'react'
import { sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { UPLOAD_LIMIT } from '../../../shared/wire/inputs.ts'
import { Refusal } from '../../../shared/wire/refusal.ts'
import { isPicture } from './areas/picture-address.ts'
import { toast } from '../../ui/toast.ts'
import { addFile, type Progress } from '../../upload.ts'
import { say } from '../../words/en/sources.ts'

export const READABLE =
  '.pdf,.docx,.html,.htm,.mhtml,.mht,.txt,.md,.markdown,.png,.jpg,.jpeg,.gif,.webp,application/pdf,text/plain,text/markdown,text/html'

const MEGABYTE = 1024 * 1024

/** The file that is on its way. */
export type Adding = { name: string; progress: Progress }
/** A file of which pages are to be chosen, and the sentence that says so. */
export type Ranged = { file: File; sentence: string }

export type AddFiles = {
  adding: Adding | null
  ranged: Ranged[]
  /** How many were added. */
  add(files: File[]): Promise<number>
  addPages(file: File, pages: string): Promise<number>
  /** Stops the file that is on its way, and those behind it. */
  stop(): void
  leave(file: File): void
}

export const useAddFiles = (): AddFiles => {
  const { id, focus } = useBrief()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [ranged, setRanged] = useState<Ranged[]>([])
  const stopping = useRef<AbortController | null>(null)

  /** Null when it was refused; what was refused is said. */
  const addOne = async (
    file: File,
    pages: string | undefined,
    signal: AbortSignal,
  ): Promise<string | null> => {
    const told = (progress: Progress) => setAdding({ name: file.name, progress })
    told({ is: 'sending', share: 0 })
    try {
      // A hundred megabytes need not travel to be refused.
      if (file.size > UPLOAD_LIMIT) throw new Refusal('too-large', say.fileTooLarge(UPLOAD_LIMIT / MEGABYTE))
      const { source, capture } = await addFile(id, file, { signal, told }, pages)
      // A picture says so where it is drawn.
      if (capture?.length === 0 && !isPicture(capture.mediaType))
        toast({
          title: file.name,
          description: say.scanAdded,
          stays: true,
        })
      return source.id
    } catch (error) {
      if (signal.aborted) return null
      if (error instanceof Refusal && error.code === 'range-needed' && !pages)
        setRanged((others) => [
          ...others.filter((each) => each.file !== file),
          { file, sentence: error.message },
        ])
      else toast({ title: file.name, description: sentenceOf(error), stays: true })
      return null
    }
  }

  const addAll = async (files: File[], pages?: string): Promise<number> => {
    const stopped = new AbortController()
    stopping.current = stopped
    const added: string[] = []
    for (const file of files) {
      if (stopped.signal.aborted) break
      const source = await addOne(file, pages, stopped.signal)
      if (source) added.push(source)
    }
    setAdding(null)
    const only = added.length === 1 ? added[0] : undefined
    if (only) focus.openSource(only)
    else if (added.length > 1) toast(say.sourcesAdded(added.length))
    if (stopped.signal.aborted) toast(say.stopped)
    return added.length
  }

  const leave = (file: File) => setRanged((others) => others.filter((each) => each.file !== file))

  return {
    adding,
    ranged,
    add: (files) => addAll(files),
    async addPages(file, pages) {
      const added = await addAll([file], pages)
      if (added > 0) leave(file)
      return added
    },
    stop: () => stopping.current?.abort(),
    leave,
  }
}

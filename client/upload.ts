/**
 * Sends a file and tells how far it is: on the way, waiting, being read. `fetch` tells nothing of the way there.
 * Refusals are thrown as `Refusal`, no answer at all as `NotReached`; what was cancelled as the signal's reason.
 */
import { z } from 'zod'
import { addedCapture, bibliographyResult, collectionResult, newSourceResult } from '../shared/wire/inputs.ts'
import { step, type Step } from '../shared/wire/progress.ts'
import { NotReached, refusalFrom } from './api.ts'

export type Progress =
  /** `share` from 0 to 1; null where it cannot be told. */
  { is: 'sending'; share: number | null } | { is: 'waiting' } | { is: 'reading'; share: number | null }

export type Watching = { signal: AbortSignal; told: (progress: Progress) => void }

/** `pages` of a PDF that has too many: "1-200". */
export const addFile = async (briefId: string, file: File, watching: Watching, pages?: string) => {
  const form = new FormData()
  form.set('file', file)
  const query = pages ? `?${new URLSearchParams({ pages })}` : ''
  const path = `/briefs/${encodeURIComponent(briefId)}/sources${query}`
  return newSourceResult.parse(await upload(path, form, watching))
}

/** A newer copy of a source that is there. */
export const addFileCapture = async (briefId: string, sourceId: string, file: File, watching: Watching) => {
  const form = new FormData()
  form.set('file', file)
  const path = `/briefs/${encodeURIComponent(briefId)}/sources/${encodeURIComponent(sourceId)}/captures`
  return addedCapture.parse(await upload(path, form, watching))
}

const listResult = z.union([collectionResult, bibliographyResult])
export type ListResult = z.infer<typeof listResult>

/** A list of works (.bib, .ris, .json), or one with its files (.zip). */
export const addList = async (briefId: string, file: File, watching: Watching): Promise<ListResult> => {
  const form = new FormData()
  form.set('file', file)
  return listResult.parse(await upload(`/briefs/${encodeURIComponent(briefId)}/sources`, form, watching))
}

/** The answer, as the server would have given it without progress. */
const upload = (path: string, form: FormData, { signal, told }: Watching): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    signal.addEventListener('abort', stop, { once: true })
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) =>
      told({ is: 'sending', share: lengthComputable ? loaded / total : null }),
    )
    let read = 0
    let last: Step | null = null
    request.addEventListener('progress', () => {
      const end = request.responseText.lastIndexOf('\n')
      if (request.status !== 200 || end < read) return
      const lines = request.responseText.slice(read, end).split('\n')
      read = end + 1
      for (const line of lines) last = step.parse(JSON.parse(line))
      if (last?.is === 'waiting') told({ is: 'waiting' })
      if (last?.is === 'reading') told({ is: 'reading', share: last.of ? (last.done ?? 0) / last.of : null })
    })
    request.addEventListener('loadend', () => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(signal.reason as Error)
      else if (request.status === 0) reject(new NotReached('the connection ended'))
      else if (request.status !== 200) reject(refusalFrom(request.status, parsed(request.responseText)))
      else if (last?.is === 'done') resolve(last.answer)
      else if (last?.is === 'refused') reject(refusalFrom(last.problem.status, last.problem))
      else reject(new NotReached('the answer ended before its last line'))
    })
    request.open('POST', `/api${path}`)
    request.setRequestHeader('accept', 'application/x-ndjson')
    if (signal.aborted) reject(signal.reason as Error)
    else request.send(form)
  })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

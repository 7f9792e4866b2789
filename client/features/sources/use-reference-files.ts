/**
 * Brings in lists of works, with or without their files, one after the other; tells how far it is, can be stopped, and keeps
 * what came of each until the next one.
 */
import { useRef, useState } from 'react'
import { sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { addList, type ListResult } from '../../upload.ts'
import { UPLOAD_LIMIT } from '../../../shared/wire/inputs.ts'
import type { Adding } from './use-add-files.ts'
import { say } from '../../words/en/sources.ts'

export const REFERENCES = '.bib,.ris,.json,.zip'

export const isReferences = (file: File): boolean => /\.(?:bib|ris|json|zip)$/i.test(file.name)

const MEGABYTE = 1024 * 1024

/** What came of a file; a sentence where nothing did. */
export type ListReport = { name: string; result: ListResult | string }

export type ReferenceFiles = {
  adding: Adding | null
  reports: ListReport[]
  add(files: File[]): void
  /** What was added before stays. */
  stop(): void
}

export const useReferenceFiles = (): ReferenceFiles => {
  const { id } = useBrief()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [reports, setReports] = useState<ListReport[]>([])
  const stopping = useRef<AbortController | null>(null)

  const bring = async (file: File, signal: AbortSignal): Promise<ListReport['result']> => {
    try {
      if (file.size > UPLOAD_LIMIT) return say.listTooLarge(UPLOAD_LIMIT / MEGABYTE)
      return await addList(id, file, {
        signal,
        told: (progress) => setAdding({ name: file.name, progress }),
      })
    } catch (error) {
      return signal.aborted ? say.listStopped : sentenceOf(error)
    }
  }

  const addAll = async (files: File[]) => {
    const stopped = new AbortController()
    stopping.current = stopped
    setReports([])
    for (const file of files) {
      if (stopped.signal.aborted) break
      setAdding({ name: file.name, progress: { is: 'sending', share: 0 } })
      const result = await bring(file, stopped.signal)
      setReports((others) => [...others, { name: file.name, result }])
    }
    setAdding(null)
  }

  return {
    adding,
    reports,
    add: (files) => {
      if (!adding) void addAll(files)
    },
    stop: () => stopping.current?.abort(),
  }
}

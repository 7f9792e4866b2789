/** Adds files as sources, one after the other; says what was added and what was not. */
import { useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { TEXT_LIMIT } from '../../../shared/wire/inputs.ts'
import { toast } from '../../ui/toast.tsx'

export const READABLE = '.txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html'

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)

export const useAddFiles = () => {
  const { id, focus } = useBrief()
  const [busy, setBusy] = useState(false)

  const addOne = async (file: File): Promise<string | null> => {
    // Ten megabytes need not travel to be refused.
    if (file.size > TEXT_LIMIT)
      throw new Error(`It is larger than ${megabytes(TEXT_LIMIT)} MB. Nothing was added; cut it into parts.`)
    return (await api.addFile(id, file)).source.id
  }

  /** How many were added. */
  const add = async (files: File[]): Promise<number> => {
    setBusy(true)
    const added: string[] = []
    for (const file of files) {
      try {
        const source = await addOne(file)
        if (source) added.push(source)
      } catch (error) {
        const tooLarge = file.size > TEXT_LIMIT && error instanceof Error
        toast({ title: file.name, description: tooLarge ? error.message : sentenceOf(error), stays: true })
      }
    }
    setBusy(false)
    const only = added.length === 1 ? added[0] : undefined
    if (only) focus.openSource(only)
    else if (added.length > 1) toast(`${added.length} sources added.`)
    return added.length
  }

  return { busy, add }
}

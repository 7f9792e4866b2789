/** A brief as a file, out of what is durable: the address and the command line give the same bytes. */
import { readBrief, type ReadBrief } from '../../shared/brief/read.ts'
import type { MarkdownOptions } from '../../shared/markdown/options.ts'
import { toMarkdown } from '../../shared/markdown/write.ts'
import type { Documents } from './documents.ts'

export const readStoredBrief = async (
  rooms: Pick<Documents, 'read'>,
  briefId: string,
): Promise<ReadBrief> => {
  const doc = await rooms.read(briefId)
  try {
    return readBrief(doc)
  } finally {
    doc.destroy()
  }
}

export const exportMarkdown = async (
  rooms: Pick<Documents, 'read'>,
  briefId: string,
  options: MarkdownOptions,
): Promise<string> => toMarkdown(await readStoredBrief(rooms, briefId), options)

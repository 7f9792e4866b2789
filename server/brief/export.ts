/** A brief as a file, out of what is durable: the address and the command line give the same bytes. */
import { readBrief, type ReadBrief } from '../../shared/brief/read.ts'
import type { ExportOptions, FormatName } from '../../shared/export/formats.ts'
import { writeAs } from '../../shared/export/write.ts'
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

/** The brief as that kind of file. */
export const exportAs = async (
  rooms: Pick<Documents, 'read'>,
  briefId: string,
  format: FormatName,
  options: ExportOptions,
): Promise<string> => writeAs(format, await readStoredBrief(rooms, briefId), options)

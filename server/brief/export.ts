/** A brief as a file, out of what is durable: the address and the command line give the same bytes. */
import { readBrief, type ReadBrief } from '../../shared/brief/read.ts'
import {
  type AnyFormatName,
  EVERY_FORMAT,
  type ExportOptions,
  isServerFormat,
  type ServerFormatName,
} from '../../shared/export/formats.ts'
import type { HouseTemplate } from '../ingest/house-template.ts'
import { archiveOf, heldPictures } from './bundle.ts'
import { pdfOf, wordOf } from './paper.ts'
import type { Desk, Documents } from './documents.ts'
import { writeAside } from './write-aside.ts'

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

/** `house`: whose looks a Word file takes on. */
type Asked = {
  briefId: string
  brief: ReadBrief
  options: ExportOptions
  house?: HouseTemplate | undefined
}

type Writer = (desk: Pick<Desk, 'db'>, asked: Asked) => Promise<Uint8Array<ArrayBuffer>>

const WRITERS: Record<ServerFormatName, Writer> = { zip: archiveOf, docx: wordOf, pdf: pdfOf }

/** The brief as that kind of file. `brief` is what `readStoredBrief` gave. */
export const exportAs = async (
  desk: Pick<Desk, 'db'>,
  { format, ...asked }: Asked & { format: AnyFormatName },
): Promise<string | Uint8Array<ArrayBuffer>> =>
  isServerFormat(format)
    ? WRITERS[format](desk, asked)
    : writeAside(
        format,
        asked.brief,
        asked.options,
        EVERY_FORMAT[format].pictures && (await heldPictures(desk, asked)),
      )

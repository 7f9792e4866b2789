/** A brief as it is sent round on paper: a Word file, a PDF. */
import type { ReadBrief } from '../../shared/brief/read.ts'
import { loadStyle } from '../../shared/cite/styles.ts'
import type { ExportOptions } from '../../shared/export/formats.ts'
import { pdfContent } from '../paper/pdf-content.ts'
import { typeset } from '../paper/typeset.ts'
import { wordFile } from '../paper/word-file.ts'
import { heldPictures } from './bundle.ts'
import type { Desk } from './documents.ts'
import { zipOf } from './zip.ts'

type Asked = { briefId: string; brief: ReadBrief; options: ExportOptions }

export const wordOf = async (store: Pick<Desk, 'db'>, asked: Asked): Promise<Uint8Array<ArrayBuffer>> => {
  const pictures = await heldPictures(store, asked)
  return new Uint8Array(
    await zipOf(wordFile(asked.brief, asked.options, pictures, await loadStyle(asked.brief.about))),
  )
}

export const pdfOf = async (store: Pick<Desk, 'db'>, asked: Asked): Promise<Uint8Array<ArrayBuffer>> => {
  const pictures = await heldPictures(store, asked)
  const brief = JSON.stringify(
    pdfContent(asked.brief, asked.options, pictures, await loadStyle(asked.brief.about)),
  )
  return typeset({ brief, pictures: [...pictures] })
}

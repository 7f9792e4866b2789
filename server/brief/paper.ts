/** A brief as it is sent round on paper: a Word file, a PDF. */
import type { ReadBrief } from '../../shared/brief/read.ts'
import type { ExportOptions } from '../../shared/export/formats.ts'
import type { HouseTemplate } from '../ingest/house-template.ts'
import { typeset } from '../paper/typeset.ts'
import { heldPictures } from './bundle.ts'
import type { Desk } from './documents.ts'
import { pdfAside, wordAside } from './write-aside.ts'

type Asked = {
  briefId: string
  brief: ReadBrief
  options: ExportOptions
  house?: HouseTemplate | undefined
}

export const wordOf = async (
  store: Pick<Desk, 'db'>,
  { briefId, brief, options, house }: Asked,
): Promise<Uint8Array<ArrayBuffer>> =>
  wordAside({ brief, options, house, pictures: await heldPictures(store, { briefId, brief }) })

export const pdfOf = async (
  store: Pick<Desk, 'db'>,
  { briefId, brief, options }: Asked,
): Promise<Uint8Array<ArrayBuffer>> => {
  const pictures = await heldPictures(store, { briefId, brief })
  return typeset({ brief: await pdfAside({ brief, options, pictures }), pictures: [...pictures] })
}

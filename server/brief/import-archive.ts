/** Makes a brief of an exported archive: its Markdown with every tie, and the pictures that it shows. */
import { Refusal } from '../../shared/wire/refusal.ts'
import { STYLE_LIMIT } from '../../shared/cite/style-fault.ts'
import { pictureFile } from '../../shared/markdown/figures.ts'
import { TEXT_LIMIT } from '../../shared/wire/inputs.ts'
import type { Person } from '../../shared/brief/document.ts'
import { decode } from '../ingest/decode.ts'
import { openArchive } from '../ingest/zip-archive.ts'
import { refuseSwollen } from '../ingest/zip-size.ts'
import { PICTURE_LIMIT } from '../../shared/capture/picture-edge.ts'
import { addPicture } from './add-picture.ts'
import type { Desk } from './documents.ts'
import { STYLE_FILE } from './bundle.ts'
import { importMarkdown, styleNotUsed } from './import.ts'

const MARKDOWN = 'brief.md'
/** Far more than a style of the longest kind takes: its sentence then says how long it may be. */
const STYLE_BYTES = 4 * STYLE_LIMIT

/** `archive`: where it lies. Throws Refusal before anything is made; what of the pictures does not fit is in the report. */
export const importArchive = async (
  desk: Desk,
  { archive, owner, fallback }: { archive: string; owner: Person; fallback?: string | undefined },
): Promise<{ id: string; report: string[] }> => {
  await refuseSwollen(archive)
  const zip = await openArchive(archive)
  try {
    if (!zip.names.includes(MARKDOWN))
      throw new Refusal(
        'not-markdown',
        `There is no ${MARKDOWN} in this archive. Nothing was imported; choose an exported brief.`,
      )
    const bytes = await zip.read(MARKDOWN, TEXT_LIMIT)
    if (!bytes)
      throw new Refusal(
        'too-large',
        `${MARKDOWN} is larger than ${TEXT_LIMIT / 1024 / 1024} MB. Nothing was imported.`,
      )
    const { text } = decode(bytes, 'text/markdown')
    const style = zip.names.includes(STYLE_FILE) ? await zip.read(STYLE_FILE, STYLE_BYTES) : undefined
    const { id, report } = await importMarkdown(desk, {
      markdown: text,
      owner,
      fallback,
      // Bytes that are no text become a text that is no style.
      style: style ? new TextDecoder().decode(style) : undefined,
    })
    if (style === null) report.push(styleNotUsed(`${STYLE_FILE} is too long.`))
    for (const name of zip.names) {
      const hash = /^figures\/([0-9a-f]{64})\.png$/.exec(name)?.[1]
      if (!hash || pictureFile(hash) !== name) continue
      if (!(await isAdded(desk, { id, owner, hash, bytes: await zip.read(name, PICTURE_LIMIT) })))
        report.push(`The picture ${name} was changed or cannot be read, and is not shown.`)
    }
    return { id, report }
  } finally {
    zip.close()
  }
}

type Given = { id: string; owner: Person; hash: string; bytes: Buffer | null }

/** The body names pictures by their hash: other bytes are another picture. */
const isAdded = async (desk: Desk, { id, owner, hash, bytes }: Given): Promise<boolean> => {
  if (!bytes) return false
  try {
    return (await addPicture(desk, { briefId: id, by: owner }, { bytes })).sha256 === hash
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/**
 * Takes an uploaded file to disk as it arrives, and sums it meanwhile: a hundred megabytes are never in memory, and
 * never hold up others. Whatever came of it, the file is taken away at the end.
 */
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import type { Context } from 'hono'
import { newId } from '../../shared/brief/id.ts'
import { UPLOAD_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { fileIn } from '../ingest/file-in.ts'
import type { Brought } from '../ingest/ingest.ts'
import { pageRange } from '../ingest/page-range.ts'
import { isLarge } from '../storage/capture-bytes.ts'

export const isForm = (c: Context): boolean =>
  /^multipart\/form-data/i.test(c.req.header('content-type') ?? '')

/** Whoever asked for it calls `forget` at the end. */
export type Upload = {
  brought: Brought
  /** Where it lies until then. */
  path: string
  forget: () => Promise<void>
}

/**
 * The form's `file`. `folder`: where it lies meanwhile. The address's `pages` says which pages of a PDF. Throws
 * Refusal.
 */
export const receiveUpload = async (c: Context, folder: string): Promise<Upload> => {
  const range = pageRange(c.req.query('pages'))
  const file = path.join(folder, newId())
  const forget = () => rm(file, { force: true })
  try {
    const { filename, mediaType, ...arrived } = await receive(c, file)
    // A small one is as well in memory, and its bytes stand in one row.
    const content = isLarge(arrived) ? { file: arrived } : { bytes: await readFile(file) }
    return { brought: { ...content, filename, mediaType, range }, path: file, forget }
  } catch (error) {
    await forget()
    throw error
  }
}

type Received = {
  path: string
  size: number
  hash: string
  filename: string | null
  mediaType: string | null
}

const receive = async (c: Context, to: string): Promise<Received> => {
  const body = c.req.raw.body
  if (!body) throw noFile()
  let found: Promise<Received> | null = null
  const form = busboy({
    headers: { 'content-type': c.req.header('content-type') },
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 20, fileSize: UPLOAD_LIMIT, parts: 50 },
  })
  form.on('file', (name, stream, { filename, mimeType }) => {
    if (name !== 'file') {
      stream.resume()
      return
    }
    found = fileIn(stream, to).then(({ size, hash }) => {
      if (stream.truncated) throw new Refusal('too-large', TOO_LARGE)
      return {
        path: to,
        size,
        hash,
        filename: filename || null,
        mediaType: mimeType || null,
      }
    })
    // Heard below; but it may fail before the form has ended.
    found.catch(() => {})
  })
  try {
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), form)
  } catch (error) {
    await (found as Promise<Received> | null)?.catch(() => {})
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', 'The form in the request cannot be read. Nothing was changed.')
  }
  if (!found) throw noFile()
  return found
}

const TOO_LARGE = `This is larger than ${UPLOAD_LIMIT / 1024 / 1024} MB. Nothing was added; bring in the part that you need.`

const noFile = () => new Refusal('invalid', 'The form has no "file". Nothing was changed.')

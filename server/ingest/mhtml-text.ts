/** Blocks of a page that a browser saved with its parts in one file (RFC 2557): its main part is read like any page. */
import PostalMime, { type Email } from 'postal-mime'
import { Refusal } from '../../shared/wire/refusal.ts'
import { htmlText } from './html-text.ts'
import type { Extracted } from '../../shared/capture/text-blocks.ts'

/** A part in a part in a part: browsers nest two deep. */
const NESTED = 10

export const mhtmlText = async (bytes: Uint8Array): Promise<Extracted & { encoding: string }> => {
  const { head, main } = mainPart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const [email, part] = await Promise.all([parsed(head), parsed(main)])
  const html = part.html ?? ''
  if (html.trim() === '') throw new Refusal('empty-text')
  const page = htmlText(html)
  const address = addressOf(email)
  const subject = email.subject?.trim()
  return {
    ...page,
    extractor: 'mhtml-text 2',
    encoding: /charset="?([\w-]+)/i.exec(contentType(part))?.[1]?.toLowerCase() ?? 'utf-8',
    guess: {
      ...(subject && { title: subject.slice(0, 500) }),
      ...(address && { URL: address }),
      ...page.guess,
    },
  }
}

/** More parts than any page has; behind them nobody looks for the main one. */
const PARTS = 10_000

/** The headers, and the part that `start` names, or the first one: the others are its frames, styles and pictures. */
const mainPart = (bytes: Buffer): { head: Buffer; main: Buffer } => {
  const headers = bytes.subarray(0, 16 * 1024).toString('latin1')
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(headers)?.[1]?.trim()
  const starts = boundary ? startsOf(bytes, `--${boundary}`) : []
  const [first] = starts
  if (first === undefined) return { head: bytes, main: bytes }
  const parts = starts.map(({ from }, i) => bytes.subarray(from, starts[i + 1]?.at ?? bytes.length))
  const named = /\bstart="?(<[^>"]{1,200}>)/i.exec(headers.slice(0, first.at))?.[1]
  const ids = (part: Buffer) => part.subarray(0, 2000).toString('latin1')
  const main = named && parts.find((part) => ids(part).includes(named))
  return { head: bytes.subarray(0, first.at), main: main || parts[0]! }
}

/** Where each part's line is, and where the part begins behind it. */
const startsOf = (bytes: Buffer, line: string): { at: number; from: number }[] => {
  const starts: { at: number; from: number }[] = []
  for (
    let at = bytes.indexOf(line);
    at >= 0 && starts.length < PARTS;
    at = bytes.indexOf(line, at + line.length)
  ) {
    if (at > 0 && bytes[at - 1] !== 10) continue
    const end = bytes.indexOf('\n', at)
    starts.push({ at, from: end < 0 ? bytes.length : end + 1 })
  }
  return starts
}

const parsed = async (bytes: Uint8Array): Promise<Email> => {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: NESTED, attachmentEncoding: 'arraybuffer' })
  } catch {
    throw new Refusal('unreadable')
  }
}

const header = (email: Email, name: string) => email.headers.find(({ key }) => key === name)?.value ?? ''
const contentType = (email: Email) => header(email, 'content-type')

/** Chromium names the page's address here; others leave it to the page. */
const addressOf = (email: Email): string | null => {
  const said = header(email, 'snapshot-content-location') || header(email, 'content-location')
  return /^https?:\/\//i.test(said) && said.length <= 4000 && URL.canParse(said) ? said : null
}

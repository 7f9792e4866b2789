/** Blocks of a page that a browser saved with its parts in one file (RFC 2557): its main part is read like any page. */
import PostalMime, { type Email } from 'postal-mime'
import { Refusal } from '../../shared/wire/refusal.ts'
import { htmlText } from './html-text.ts'
import type { Extracted } from '../../shared/capture/text-blocks.ts'

/** A part in a part in a part: browsers nest two deep. */
const NESTED = 10

export const mhtmlText = async (bytes: Uint8Array): Promise<Extracted & { encoding: string }> => {
  const email = await parsed(bytes)
  const html = email.html ?? ''
  if (html.trim() === '') throw new Refusal('empty-text')
  const page = htmlText(html)
  const address = addressOf(email)
  const subject = email.subject?.trim()
  return {
    ...page,
    extractor: 'mhtml-text 1',
    encoding: /charset="?([\w-]+)/i.exec(contentType(email))?.[1]?.toLowerCase() ?? 'utf-8',
    guess: {
      ...(subject && { title: subject.slice(0, 500) }),
      ...(address && { URL: address }),
      ...page.guess,
    },
  }
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

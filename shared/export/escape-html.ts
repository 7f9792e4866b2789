/** Words as they stand in HTML, between tags and in quoted attributes. */
import { wellFormed } from '../text/well-formed.ts'

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control characters, which no HTML may hold, are left out. */
export const escapeHtml = (text: string): string =>
  wellFormed(text)
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
    .replace(/[&<>"']/g, (c) => NAMES[c]!)

/** Only these lead anywhere, whatever a document says. */
export const safeAddress = (address: unknown): string | null =>
  typeof address === 'string' && /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(address.trim())
    ? address.trim()
    : null

/** XML as Word reads it: words stay words whatever they hold. */
import { wellFormed } from '../../shared/text/well-formed.ts'

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0, section 2.2, has no way to write is left out. */
export const clean = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  wellFormed(text).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

export const escapeXml = (text: string): string => clean(text).replace(/[&<>"]/g, (c) => NAMES[c]!)

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

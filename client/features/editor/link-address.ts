/** What a person typed as an address, as a link may hold it. */
import { LINK_PROTOCOLS } from '../../../shared/editor/schema.ts'

/** Null for what is no address, or one that a page must not follow. */
export const linkAddress = (typed: string): string | null => {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  // "example.org:8080/x" has no scheme either: what stands before the colon is a host.
  if (scheme && !scheme.includes('.')) return LINK_PROTOCOLS.includes(scheme) ? text : null
  return text.includes('.') ? `https://${text}` : null
}

/**
 * An address that leads a browser to the words themselves: a text fragment as in WICG Scroll-to-Text-Fragment,
 * `https://…#:~:text=[prefix-,]start[,end][,-suffix]`.
 */
import { wellFormed } from '../text/well-formed.ts'

/** Longer passages are named by their first and last words: a short address survives being passed on. */
const WHOLE_UP_TO = 120
const EDGE_WORDS = 5

/** `-`, `,` and `&` have a meaning of their own in the fragment; the rest is left to encodeURIComponent. */
const encode = (words: string): string =>
  encodeURIComponent(wellFormed(words).replace(/\s+/gu, ' ').trim()).replace(
    /[-'()*!~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The address with the passage, or null when `url` is no web address or there are no words. */
export const passageLink = (url: string | null | undefined, exact: string): string | null => {
  const address = (url ?? '').trim()
  if (!/^https?:\/\/[^\s<>"]+$/i.test(address)) return null
  const words = exact.replace(/\s+/gu, ' ').trim()
  if (!words) return null
  const parts = words.split(' ')
  // Words on both sides of a block's end match no single stretch of the page; a range spans blocks.
  const long = parts.length > 2 * EDGE_WORDS && (words.length > WHOLE_UP_TO || /\n/.test(exact.trim()))
  const text = long
    ? `${encode(parts.slice(0, EDGE_WORDS).join(' '))},${encode(parts.slice(-EDGE_WORDS).join(' '))}`
    : encode(words)
  // A fragment of the page's own stays before the directive; an earlier directive gives way.
  const [page = '', fragment = ''] = address.split(/#(.*)/s)
  return `${page}#${fragment.split(':~:')[0]}:~:text=${text}`
}

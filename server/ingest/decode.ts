/**
 * Bytes to text, and in which encoding they were. Refuses what is no text, and text that is damaged: a passage
 * that is cited word for word must not have its words guessed.
 */
import sniffHtml from 'html-encoding-sniffer'
import iconv from 'iconv-lite'
import { detect } from 'jschardet'
import { cleanText } from '../../shared/capture/clean-text.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { TextKind } from './kind.ts'

export type Decoded = {
  text: string
  /** A name of the WHATWG Encoding Standard, in lower case. */
  encoding: string
}

const MARKS: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Of what the detector reads: more makes it slow and no surer. */
const SAMPLE = 64 * 1024
/** Characters that could not be read, one in so many: a guess of the encoding that fits worse is wrong. */
const UNREADABLE = 2000

export const decode = (bytes: Uint8Array, kind: TextKind): Decoded => {
  const { text, encoding } = read(bytes, kind)
  return { text: cleanText(text), encoding }
}

const read = (bytes: Uint8Array, kind: TextKind): Decoded => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) {
    const body = bytes.subarray(marked[1].length)
    return marked[0] === 'utf-8'
      ? (asUtf8(body) ?? refuseDamaged(body))
      : { text: convert(body, marked[0]), encoding: marked[0] }
  }
  const wide = wideWithoutMark(bytes)
  if (wide) return { text: convert(bytes, wide), encoding: wide }
  if (bytes.includes(0)) throw new Refusal('not-text')

  const utf8 = asUtf8(bytes)
  if (utf8) return utf8
  if (isDamagedUtf8(bytes)) return refuseDamaged(bytes)
  const encoding = (kind === 'text/html' && declared(bytes)) || guessed(bytes)
  if (!encoding) throw new Refusal('not-text')
  return { text: convert(bytes, encoding), encoding }
}

const asUtf8 = (bytes: Uint8Array): Decoded | null => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return null
  }
}

const convert = (bytes: Uint8Array, encoding: string): string => {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
  const unreadable = text.split('\ufffd').length - 1
  if (unreadable > 0 && unreadable * UNREADABLE > text.length) throw new Refusal('not-text')
  return text
}

/** UTF-16 without its mark: every other byte of Latin text is zero. */
const wideWithoutMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4 || bytes.length % 2 === 1) return null
  const zeros = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2]!++
  const half = sample.length / 2
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.02) return 'utf-16le'
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.02) return 'utf-16be'
  return null
}

/** What the page says of itself, unless it says UTF-8, which was tried already. */
const declared = (bytes: Uint8Array): string | null => {
  const encoding = sniffHtml(bytes, { defaultEncoding: 'UTF-8' }).toLowerCase()
  return encoding !== 'utf-8' && iconv.encodingExists(encoding) ? encoding : null
}

const guessed = (bytes: Uint8Array): string | null => {
  const named = detect(bytes.subarray(0, SAMPLE)).encoding?.toLowerCase() ?? ''
  const encoding = standardName(named)
  return encoding && encoding !== 'utf-8' && looksWritten(convert(bytes, encoding)) ? encoding : null
}

/** Names that the detector and the WHATWG Encoding Standard do not share. */
const OTHER_NAMES: Record<string, string> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  hz: 'gbk',
  tis620: 'windows-874',
}

/** The standard's name, if it is one that can be read. */
const standardName = (name: string): string | null => {
  try {
    const { encoding } = new TextDecoder(OTHER_NAMES[name] ?? name)
    return iconv.encodingExists(encoding) ? encoding : null
  } catch {
    return null
  }
}

/**
 * The detector always has a best guess, for noise too. People write letters, marks, digits, spaces and
 * punctuation; noise read as letters is a quarter symbols.
 */
const looksWritten = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  const written = sample.match(/[\p{L}\p{M}\p{N}\p{P}\s]/gu)?.length ?? 0
  return written >= sample.length * 0.95
}

/** Places of `bytes` that read as UTF-8 beyond ASCII, and the first that does not. */
const utf8Places = (bytes: Uint8Array): { good: number; bad: number; first: number } => {
  const found = { good: 0, bad: 0, first: -1 }
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    const more =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0
    let n = 0
    while (n < more && ((bytes[i + 1 + n] ?? 0) & 0xc0) === 0x80) n++
    if (more > 0 && n === more) found.good++
    else {
      found.bad++
      if (found.first < 0) found.first = i
    }
    i += n
  }
  return found
}

/** Letters of another encoding hardly ever look like UTF-8: where most do, it is UTF-8 that was cut or mixed. */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  const { good, bad } = utf8Places(bytes)
  return good > bad
}

const refuseDamaged = (bytes: Uint8Array): never => {
  throw new Refusal(
    'not-text',
    `This text is damaged: it is UTF-8 that cannot be read at byte ${utf8Places(bytes).first + 1}. Nothing was added; save it again as UTF-8 and try again.`,
  )
}

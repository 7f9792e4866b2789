/**
 * The pictures in rich text: Word names its pictures by a file of its own in the HTML, and puts their bytes only into
 * the RTF beside it (RTF 1.9, "Pictures": `{\pict … \pngblip … HEX}`).
 */
import type { PastedPicture } from './pasted-pictures.ts'

/** Of the rich text, in characters: 30 MB of pictures. */
const LONGEST = 64_000_000
/** What stands between the beginning of a picture and its kind: sizes, crops, a name. */
const HEAD = 4_000

const DIGITS = /[0-9a-f\s]+/iy

export const picturesOfRtf = (rtf: string): Omit<PastedPicture, 'alt'>[] => {
  if (rtf.length > LONGEST) return []
  const found: Omit<PastedPicture, 'alt'>[] = []
  for (let at = rtf.indexOf('\\pict'); at >= 0; at = rtf.indexOf('\\pict', at + 5)) {
    const head = rtf.slice(at, at + HEAD)
    const next = head.indexOf('\\pict', 5)
    const kind = /\\(pngblip|jpegblip)\b/.exec(next < 0 ? head : head.slice(0, next))
    if (!kind) continue
    // Groups within, such as `{\*\blipuid …}`, end before the bytes begin.
    const words = /^(?:\\[a-z]+-?\d*\s?|\s|\{[^{}]{0,500}\})+/i.exec(head.slice(kind.index))?.[0] ?? ''
    DIGITS.lastIndex = at + kind.index + words.length
    const bytes = bytesOfHex(DIGITS.exec(rtf)?.[0] ?? '')
    if (bytes) found.push({ type: kind[1] === 'pngblip' ? 'image/png' : 'image/jpeg', bytes })
  }
  return found
}

const bytesOfHex = (text: string): Uint8Array<ArrayBuffer> | null => {
  const hex = text.replace(/\s+/g, '')
  if (hex.length < 16 || hex.length % 2 !== 0) return null
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16),
  )
}

/** Pictures by how their bytes begin: what a page of any browser draws. Never SVG, which is a program. */

export type PictureKind = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'

/** Of its file's name. */
export const PICTURE_ENDINGS: Record<PictureKind, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

const beginsWith = (bytes: Uint8Array, letters: string, at = 0) =>
  bytes.length >= at + letters.length &&
  [...letters].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))

/** Null for anything else. */
export const pictureKind = (bytes: Uint8Array): PictureKind | null => {
  if (beginsWith(bytes, '\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (beginsWith(bytes, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (beginsWith(bytes, 'GIF87a') || beginsWith(bytes, 'GIF89a')) return 'image/gif'
  if (beginsWith(bytes, 'RIFF') && beginsWith(bytes, 'WEBP', 8)) return 'image/webp'
  return null
}

/** A picture in a line of a Word file (ECMA-376, part 1, section 20.4). */
import { type PictureKind, pictureKind } from '../../shared/brief/picture-kind.ts'
import { orientationOf } from '../ingest/jpeg-orientation.ts'
import { pictureSize } from '../ingest/picture.ts'
import { escapeXml } from '../ingest/xml-words.ts'

export const PICTURE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/** `width`, `height`: in its own points, as they stand in the file; `orientation`: how it is to be turned (EXIF 2.32, 4.6.4). */
export type Drawable = { kind: PictureKind; width: number; height: number; orientation: number }

/** Null for bytes that no program would draw. */
export const drawable = (bytes: Uint8Array | undefined): Drawable | null => {
  const kind = bytes ? pictureKind(bytes) : null
  const size = bytes && kind ? pictureSize(bytes) : null
  if (!bytes || !kind || !size || size.width === 0 || size.height === 0) return null
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { kind, ...size, orientation: kind === 'image/jpeg' ? orientationOf(view) : 1 }
}

/** Word draws a photograph as it lies in the file: degrees, and whether it is mirrored before it is turned. */
const TURNS: Record<number, { turn: number; flip: boolean }> = {
  2: { turn: 0, flip: true },
  3: { turn: 180, flip: false },
  4: { turn: 180, flip: true },
  5: { turn: 270, flip: true },
  6: { turn: 90, flip: false },
  7: { turn: 90, flip: true },
  8: { turn: 270, flip: false },
}

/** English metric units: 914,400 to an inch. The text is 16 cm wide, and a page leaves 20 cm. */
const POINT = 9525
const WIDEST = 16 * 360_000
const HIGHEST = 20 * 360_000

export const drawing = (
  { width, height, orientation }: Drawable,
  given: { relation: string; number: number; alt: string },
): string => {
  const { turn, flip } = TURNS[orientation] ?? { turn: 0, flip: false }
  const lies = turn % 180 !== 0
  const [across, down] = lies ? [height, width] : [width, height]
  const scale = Math.min(1, WIDEST / (across * POINT), HIGHEST / (down * POINT))
  const units = (points: number) => Math.max(1, Math.round(points * POINT * scale))
  const [cx, cy] = [units(width), units(height)]
  const named = `id="${given.number}" name="Picture ${given.number}" descr="${escapeXml(given.alt)}"`
  const turned = `${turn ? ` rot="${turn * 60_000}"` : ''}${flip ? ' flipH="1"' : ''}`
  // The extent is the picture's as it lies; what a turned one needs besides is its effect's.
  const more = lies ? Math.round((cy - cx) / 2) : 0
  const [sides, ends] = [Math.max(0, more), Math.max(0, -more)]
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>${lies ? `<wp:effectExtent l="${sides}" t="${ends}" r="${sides}" b="${ends}"/>` : ''}<wp:docPr ${named}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${given.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm${turned}><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

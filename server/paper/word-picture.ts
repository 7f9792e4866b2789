/** A picture in a line of a Word file (ECMA-376, part 1, section 20.4). */
import { escapeXml } from './xml.ts'

/** By the hash of its bytes, which are PNG. */
export type Pictures = ReadonlyMap<string, Uint8Array>

export const PICTURE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/** In its own points; null for what is no PNG (W3C PNG, section 11.2.2). */
export const sizeOfPng = (bytes: Uint8Array): { width: number; height: number } | null => {
  if (bytes.length < 24 || bytes[0] !== 0x89 || bytes[1] !== 0x50) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width > 0 && height > 0 ? { width, height } : null
}

/** English metric units: 914,400 to an inch. The text is 16 cm wide, and a page leaves 20 cm. */
const POINT = 9525
const WIDEST = 16 * 360_000
const HIGHEST = 20 * 360_000

export const drawing = (given: {
  relation: string
  number: number
  alt: string
  width: number
  height: number
}): string => {
  const scale = Math.min(1, WIDEST / (given.width * POINT), HIGHEST / (given.height * POINT))
  const [cx, cy] = [given.width, given.height].map((points) =>
    Math.max(1, Math.round(points * POINT * scale)),
  )
  const named = `id="${given.number}" name="Picture ${given.number}" descr="${escapeXml(given.alt)}"`
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${given.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

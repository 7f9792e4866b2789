/**
 * Figures: a picture with its caption on the next line of one paragraph, `![alt](figures/HASH.png)`; a table with its
 * caption in a paragraph behind it that begins with `Table:`, as pandoc has it. Prose never begins so: it is escaped.
 */
import type { BodyNode } from '../brief/body.ts'
import { canRemark, type Remarks } from './comment.ts'
import { escapeProse } from './escape.ts'

/** What stands in an address for a picture that names no bytes. */
const NOTHING = 'missing'

const FILE = /^(?:\.\/)?figures\/([0-9a-f]{64}|missing)\.(?:png|jpe?g|gif|webp)$/

/** Where a picture lies beside the text. The name says nothing of its kind: its first bytes do. */
export const pictureFile = (sha256: unknown): string =>
  `figures/${typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : NOTHING}.png`

export const writePicture = ({ attrs }: BodyNode): string => {
  const alt = typeof attrs?.alt === 'string' ? escapeProse(attrs.alt) : ''
  return `![${alt}](${pictureFile(attrs?.sha256)})`
}

const isSide = (side: unknown): side is number =>
  typeof side === 'number' && Number.isInteger(side) && side > 0

/** The remark that keeps a picture's room on the page; '' where its size is not known. */
export const sizeRemark = ({ attrs }: BodyNode): string => {
  const size = `${String(attrs?.width)}x${String(attrs?.height)}`
  return isSide(attrs?.width) && isSide(attrs?.height) && canRemark(size) ? size : ''
}

/** Null for the address of a picture that is none of ours. */
export const readPicture = (
  url: string,
  alt: string | null | undefined,
  remarks: Remarks,
): BodyNode | null => {
  const sha256 = FILE.exec(url)?.[1]
  if (sha256 === undefined) return null
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(remarks.get('figure') ?? '') ?? []
  const attrs = {
    ...(sha256 === NOTHING ? {} : { sha256 }),
    ...(alt ? { alt } : {}),
    ...(width && height ? { width: Number(width), height: Number(height) } : {}),
  }
  return Object.keys(attrs).length ? { type: 'picture', attrs } : { type: 'picture' }
}

const CAPTION = /^(?:Table)?:(?=\s)/

/** Whether a paragraph, as it stands in the file, is the caption of the table before it. */
export const isTableCaption = (raw: string): boolean => CAPTION.test(raw)

/** The words of a table's caption. */
export const captionWords = (inline: BodyNode[]): BodyNode[] => {
  const [first, ...rest] = inline
  if (first?.text === undefined) return inline
  const text = first.text.replace(/^(?:Table)?: ?/, '')
  return text ? [{ ...first, text }, ...rest] : rest
}

export const figureOf = (shown: BodyNode, caption: BodyNode[]): BodyNode => ({
  type: 'figure',
  content: [shown, caption.length ? { type: 'caption', content: caption } : { type: 'caption' }],
})

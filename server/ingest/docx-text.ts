/**
 * Blocks of a Word document (ECMA-376): its paragraphs, lists, tables and notes as it has them, read through the same
 * cleaner as a page. Pictures stay where they are.
 */
import type { Element, ElementContent, Root } from 'hast'
import mammoth from 'mammoth'
import { Refusal } from '../../shared/wire/refusal.ts'
import { docxProperties } from './docx-properties.ts'
import { blocksOfPage } from './page-blocks.ts'
import { cleanTree } from './page-clean.ts'
import { pageTree } from './page-tree.ts'
import { type Extracted, joinBlocks, oneLine } from '../../shared/capture/text-blocks.ts'
import { zipPart } from './zip-part.ts'
import { refuseSwollen } from './zip-size.ts'

const MEGABYTE = 1024 * 1024
/** Of mark-up: its tree takes some ten times that. Five hundred pages have a tenth of it. */
const DOCUMENT = 40 * MEGABYTE

/** Styles that mean something beyond what Word's own names say. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
]

export const docxText = async (bytes: Uint8Array): Promise<Extracted> => {
  await refuseSwollen(bytes)
  const document = await zipPart(bytes, 'word/document.xml', DOCUMENT)
  if (!document)
    throw new Refusal(
      'too-large',
      'This document is too long to be read at once. Nothing was added; save the part that you need as a file of its own.',
    )
  // Word writes no declarations of its own; whoever put some there wants them to be expanded.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(document.toString('latin1'))) throw new Refusal('unreadable')
  const html = await converted(bytes)
  const tree = withNotes(pageTree(`<!doctype html><html><body>${html}</body></html>`))
  const blocks = blocksOfPage(cleanTree(tree))
  const heading = blocks.find((block) => block.kind === 'heading')
  const properties = await docxProperties(bytes)
  return {
    ...joinBlocks(blocks),
    guess: {
      type: 'document',
      ...(heading && { title: oneLine(heading.text).slice(0, 500) }),
      ...properties,
    },
    extractor: 'docx-text 1',
  }
}

const converted = async (bytes: Uint8Array): Promise<string> => {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        ignoreEmptyParagraphs: true,
      },
    )
    return value
  } catch {
    throw new Refusal('unreadable')
  }
}

/** A note's way back to its place is drawn as an arrow: no word of the document. */
const withNotes = (tree: Root): Root => ({
  ...tree,
  children: tree.children.flatMap(withoutArrows) as Root['children'],
})

const withoutArrows = (
  node: Root['children'][number],
): (Element | ElementContent | Root['children'][number])[] => {
  if (node.type !== 'element') return [node]
  if (node.tagName === 'a' && /^#(?:foot|end)note-ref-/.test(String(node.properties.href ?? ''))) return []
  return [{ ...node, children: node.children.flatMap(withoutArrows) as ElementContent[] }]
}

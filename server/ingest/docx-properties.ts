/** What a Word document says of itself in its core properties (ECMA-376 part 2, 11), as a CSL item. */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { CslItem } from '../../shared/cite/csl.ts'
import { dateOf, nameOf } from './guess-words.ts'
import { oneLine } from '../../shared/capture/text-blocks.ts'
import { zipPart } from './zip-part.ts'

/** A handful of short fields. */
const SIZE = 256 * 1024

/** Titles that nobody gave: what the template or the program was called. */
const UNTITLED = /^(?:microsoft word\b|document\d*$|untitled\b|\w+ template\b|.*\.docx?$|normal$)/i

export const docxProperties = async (bytes: Uint8Array): Promise<Partial<CslItem>> => {
  const core = await zipPart(bytes, 'docProps/core.xml', SIZE)
  if (!core) return {}
  const tree: Root = unified().use(rehypeParse, { fragment: true }).parse(core.toString('utf8'))
  const field = (name: string) => oneLine(textOf(tree, name)).slice(0, 500) || undefined
  const title = field('dc:title')
  const authors = (field('dc:creator') ?? '').split(/\s*;\s*/).filter(Boolean)
  const issued = dateOf(field('dcterms:created'))
  const language = field('dc:language')
  return {
    ...(title && !UNTITLED.test(title) && { title }),
    ...(authors.length > 0 && { author: authors.slice(0, 50).map(nameOf) }),
    ...(issued && { issued }),
    ...(language && language.length <= 35 && { language }),
  }
}

/** A property has words and no elements in it; the HTML parser reads it as an element it does not know. */
const textOf = (parent: Root | Element, name: string): string => {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    const found = child.tagName === name ? toString(child) : textOf(child, name)
    if (found) return found
  }
  return ''
}

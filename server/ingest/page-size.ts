/**
 * Refuses pages that would take minutes to be made into a tree: that takes time which grows with the square of a
 * page's depth, and of an element's attributes. One pass over the text, before anything else looks at it. Where
 * parsers could differ, it counts more rather than less.
 */
import { Refusal } from '../../shared/wire/refusal.ts'

/** Of the longest articles on the web few have a tenth of it; building the tree takes a second for as many. */
const ELEMENTS = 400_000
/** Pages are some thirty deep; one whose elements are never closed may come to some hundreds. */
const DEPTH = 1000
const ATTRIBUTES = 100

/** Have no end tag, or end without one when the next begins: they do not make a page deep. */
const ENDS_BY_ITSELF = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot rt rp html head body'
  ).split(' '),
)

/** What stands in them is no mark-up for any parser. */
const RAW = new Set(['script', 'style', 'title', 'textarea'])

const TAG = /<(\/?)([a-z][^\s/>]*)/gi
/** Name, and a value if there is one; a quote that is never closed runs to the end (HTML Standard 13.2.5.32–38). */
const ATTRIBUTE = /[\s/]*[^\s/>][^\s/>=]*\s*(?:=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>]*))?/y

/** Throws Refusal `too-large`. */
export const refuseOvergrown = (html: string): void => {
  let elements = 0
  let depth = 0
  const tags = new RegExp(TAG)
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    const name = tag[2]!.toLowerCase()
    const deepens = !ENDS_BY_ITSELF.has(name)
    if (tag[1]) {
      if (deepens && depth > 0) depth--
      continue
    }
    if (deepens && ++depth > DEPTH) refuse('is nested too deep')
    if (++elements > ELEMENTS) refuse('has too many elements')
    tags.lastIndex = afterAttributes(html, tags.lastIndex)
    if (RAW.has(name)) {
      const end = html.slice(tags.lastIndex).search(new RegExp(`</${name}`, 'i'))
      if (end < 0) return
      tags.lastIndex += end
    }
  }
}

const afterAttributes = (html: string, from: number): number => {
  const attributes = new RegExp(ATTRIBUTE)
  attributes.lastIndex = from
  let at = from
  for (let count = 0; attributes.test(html); count++) {
    if (count > ATTRIBUTES) refuse('has an element with too many attributes')
    at = attributes.lastIndex
  }
  return at
}

const refuse = (what: string): never => {
  throw new Refusal(
    'too-large',
    `This page ${what} to be read. Nothing was added; paste the text that you need.`,
  )
}

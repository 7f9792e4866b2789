/** Runs as elements of the page, made one by one: no text of a work or a style is read as HTML. */
import type { Run } from '../../../shared/cite/reference.ts'

export const drawRuns = (runs: readonly Run[]): Node[] => runs.map(drawRun)

const drawRun = ({ text, href, ...look }: Run): Node => {
  const words = looked(document.createTextNode(text), look)
  if (!href || !/^https?:\/\//i.test(href)) return words
  const link = document.createElement('a')
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.append(words)
  return link
}

const looked = (words: Node, { italic, bold, smallCaps, raised, lowered }: Omit<Run, 'text'>): Node => {
  const tags = [italic && 'cite', bold && 'b', raised && 'sup', lowered && 'sub', smallCaps && 'span']
  return tags.reduce<Node>((inside, tag) => {
    if (!tag) return inside
    const element = document.createElement(tag)
    if (tag === 'span') element.className = 'small-caps'
    element.append(inside)
    return element
  }, words)
}

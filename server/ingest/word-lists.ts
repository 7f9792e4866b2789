/**
 * Lists as Word writes them to the clipboard and to web pages: paragraphs that look like items, each with its
 * bullet or number as text (`mso-list`). Each becomes an item without the bullet.
 */
import type { Element, ElementContent } from 'hast'

export const withWordLists = (nodes: ElementContent[]): ElementContent[] =>
  nodes.map((node) =>
    node.type === 'element' && node.tagName === 'p' && styleOf(node, /mso-list\s*:\s*(?!none|ignore)/i)
      ? { ...node, tagName: 'li', children: node.children.flatMap(withoutBullet) }
      : node,
  )

const withoutBullet = (node: ElementContent): ElementContent[] => {
  if (node.type !== 'element') return [node]
  if (styleOf(node, /mso-list\s*:\s*ignore/i)) return []
  return [{ ...node, children: node.children.flatMap(withoutBullet) }]
}

const styleOf = ({ properties }: Element, pattern: RegExp): boolean =>
  pattern.test(String(properties.style ?? ''))

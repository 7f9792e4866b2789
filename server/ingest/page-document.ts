/**
 * A page's tree as a document that the article finder and the reading of meta elements can walk. It is only read;
 * scripts in it never run, and nothing of its mark-up is shown.
 */
import type { ElementContent, Root, RootContent } from 'hast'
import { parseHTML } from 'linkedom'
import { find, html as names } from 'property-information'

export const documentOfTree = (tree: Root): Document => {
  const { document } = parseHTML('<!doctype html><html></html>')
  const top = document.documentElement
  for (const child of tree.children) {
    if (child.type !== 'element' || child.tagName !== 'html') continue
    setAttributes(top, child.properties)
    for (const each of child.children) append(document, top, each)
  }
  return document
}

const append = (document: Document, parent: Node, node: RootContent | ElementContent): void => {
  if (node.type === 'text') parent.appendChild(document.createTextNode(node.value))
  if (node.type !== 'element') return
  const element = document.createElement(node.tagName)
  setAttributes(element, node.properties)
  parent.appendChild(element)
  // What a template holds is no part of the page.
  for (const child of node.children) append(document, element, child)
}

const setAttributes = (element: Element, properties: Record<string, unknown>): void => {
  for (const [property, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    const { attribute } = find(names, property)
    const written = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)
    try {
      element.setAttribute(attribute, written)
    } catch {
      // A name that mark-up can have and a document cannot: nothing asks for it.
    }
  }
}

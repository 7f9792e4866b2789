/**
 * Pictures that a brief shows and that no server has yet: they lie on the device of whoever brought them. A picture's `waiting` is what
 * it is called there, its `from` whose device that is.
 */
import * as Y from 'yjs'
import { roots } from './document.ts'

/** Of all that wait, where they stand, by what they are called. One stands twice where its figure was copied. */
export const waitingPictures = (doc: Y.Doc): Map<string, Y.XmlElement[]> => {
  const found = new Map<string, Y.XmlElement[]>()
  const look = (parent: Y.XmlElement | Y.XmlFragment) => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue
      if (child.nodeName !== 'picture') {
        look(child)
        continue
      }
      const waiting: unknown = child.getAttribute('waiting')
      if (typeof waiting === 'string') found.set(waiting, [...(found.get(waiting) ?? []), child])
    }
  }
  look(roots(doc).body)
  return found
}

export type StoredPicture = { sha256: string; width: number; height: number }

/** The server has it: wherever it stands it is named by its bytes from now on. */
export const pictureIsStored = (doc: Y.Doc, waiting: string, stored: StoredPicture): void => {
  doc.transact(() => {
    for (const picture of waitingPictures(doc).get(waiting) ?? []) {
      // The binding keeps numbers as they are; the types of Yjs know only words.
      const attributes = picture as Y.XmlElement<Record<string, string | number>>
      for (const [name, value] of Object.entries(stored)) attributes.setAttribute(name, value)
      forget(picture)
    }
  }, 'picture is stored')
}

/** In a copy of a brief nothing is to come: who brought the picture knows of no copy. */
export const withoutWaitingPictures = (doc: Y.Doc): void => {
  doc.transact(() => {
    for (const pictures of waitingPictures(doc).values()) for (const picture of pictures) forget(picture)
  })
}

const forget = (picture: Y.XmlElement) => {
  picture.removeAttribute('waiting')
  picture.removeAttribute('from')
}

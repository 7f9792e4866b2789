/**
 * Pictures of a pasted page. Those that are in the page itself are taken along; nothing is fetched from anywhere,
 * for whoever keeps the picture would learn who reads here, and when.
 */
import { all, unwrap, wordsOf } from './elements.ts'
import { leave, type LeftOut } from './left-out.ts'
import { markOf } from './picture-marks.ts'

export type PastedPicture = { type: string; bytes: Uint8Array<ArrayBuffer>; alt: string | null }

/** Pictures of one paste. A report has some dozens. */
const MOST = 60
/** In points: smaller ones are spacers and counters. */
const SMALLEST = 3

/** `fromFile`: the bytes of pictures that Word names by a file of its own, in their order. */
export const takePictures = (
  root: Element,
  left: LeftOut,
  fromFile: readonly Omit<PastedPicture, 'alt'>[],
): PastedPicture[] => {
  const pictures: PastedPicture[] = []
  const files = [...fromFile]
  for (const image of all(root, 'img:not([data-sha256], [data-waiting])')) {
    const alt = image.getAttribute('alt')?.trim().slice(0, 2000) || null
    const found = pictures.length < MOST ? pictureOf(image, files) : null
    const isSpacer = ['width', 'height'].some((side) => {
      const points = image.getAttribute(side)
      return points !== null && Number(points) < SMALLEST
    })
    if (found && found !== 'elsewhere') {
      image.replaceWith(markOf(pictures.length))
      pictures.push({ ...found, alt })
    } else {
      if (!isSpacer) leave(left, found === 'elsewhere' ? 'remote' : 'unread')
      image.remove()
    }
  }
  for (const figure of all(root, 'figure:not([data-figure])')) unwrap(figure)
  for (const caption of all(root, 'figcaption'))
    if (!caption.closest('figure')) {
      const line = caption.ownerDocument.createElement('p')
      line.append(...caption.childNodes)
      if (wordsOf(line) === '') caption.remove()
      else caption.replaceWith(line)
    }
  return pictures
}

const pictureOf = (
  image: Element,
  files: Omit<PastedPicture, 'alt'>[],
): Omit<PastedPicture, 'alt'> | 'elsewhere' | null => {
  const address = (image.getAttribute('src') ?? '').trim()
  if (/^data:/i.test(address)) return pictureFromData(address)
  if (/^file:/i.test(address) || !/^[a-z]+:/i.test(address)) return files.shift() ?? 'elsewhere'
  return 'elsewhere'
}

/** Null for what is no picture of a kind that a brief takes. */
export const pictureFromData = (address: string): Omit<PastedPicture, 'alt'> | null => {
  const [, type, data] =
    /^data:(image\/(?:png|jpeg|jpg|gif|webp));base64,([A-Za-z0-9+/=\s]+)$/i.exec(address) ?? []
  if (!type || !data) return null
  try {
    const letters = atob(data)
    return {
      type: type.toLowerCase().replace('jpg', 'jpeg'),
      bytes: Uint8Array.from(letters, (letter) => letter.charCodeAt(0)),
    }
  } catch {
    return null
  }
}

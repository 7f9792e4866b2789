/** Which pictures a brief shows, and their bytes as an address. */
import type { BodyNode } from '../brief/body.ts'
import { withFootnotes } from '../brief/footnotes.ts'
import { pictureKind } from '../brief/picture-kind.ts'
import type { ReadBrief } from '../brief/read.ts'
import type { WrittenWords } from '../words/english.ts'

/** Bytes of pictures by their SHA-256: those that are here. */
export type Pictures = ReadonlyMap<string, Uint8Array>

/** Bytes, of all pictures of a brief together: what a file can carry that people send round. */
export const PICTURES_LIMIT = 100 * 1024 * 1024

/** Letters at a time: a call takes no more arguments than fit on its stack. */
const AT_A_TIME = 0x8000

/** The same in a page, in a worker beside it and on the server: lib0 takes a worker for Node, and asks it for what only Node has. */
const toBase64 = (bytes: Uint8Array): string => {
  let letters = ''
  for (let at = 0; at < bytes.length; at += AT_A_TIME)
    letters += String.fromCharCode(...bytes.subarray(at, at + AT_A_TIME))
  return btoa(letters)
}

/** `data:` with the bytes in it (RFC 2397); null for what is no picture. */
export const dataAddress = (bytes: Uint8Array | undefined): string | null => {
  const kind = bytes && pictureKind(bytes)
  return kind ? `data:${kind};base64,${toBase64(bytes)}` : null
}

/** Whether it is the name of a picture's bytes. */
export const isNamed = (sha256: unknown): sha256 is string =>
  typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)

/** The words that stand for a picture which is not shown: that it is missing, where the server had none. */
export const insteadOfPicture = ({ attrs }: BodyNode, words: WrittenWords): string => {
  const description = String(attrs?.alt || words.withoutDescription)
  return isNamed(attrs?.sha256) ? words.picture(description) : words.missingPicture(description)
}

/** The hashes that a brief names, in the order of its text. */
export const picturesIn = ({ body, footnotes }: Pick<ReadBrief, 'body' | 'footnotes'>): Set<string> =>
  found(withFootnotes(body, footnotes), new Set())

const found = (node: BodyNode, hashes: Set<string>): Set<string> => {
  const hash = node.type === 'picture' ? node.attrs?.sha256 : undefined
  if (isNamed(hash)) hashes.add(hash)
  for (const child of node.content ?? []) found(child, hashes)
  return hashes
}

/** A brief as several files: packed with its evidence and their hashes, or as a folder for Git. */
import { createHash } from 'node:crypto'
import type { ReadBrief } from '../../shared/brief/read.ts'
import { OWN_STYLE } from '../../shared/cite/styles.ts'
import { captureFile, toAnnotations } from '../../shared/export/annotations.ts'
import type { ExportOptions } from '../../shared/export/formats.ts'
import { PICTURES_LIMIT, picturesIn } from '../../shared/export/pictures.ts'
import { pictureFile } from '../../shared/markdown/figures.ts'
import { sortedBy } from '../../shared/markdown/json.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { storedBytes } from '../storage/capture-bytes.ts'
import { capturesHeld, captureText } from '../storage/captures.ts'
import type { Desk } from './documents.ts'
import { writeAside } from './write-aside.ts'
import { type PackedFile, zipOf } from './zip.ts'

type Store = Pick<Desk, 'db'>
type Asked = { briefId: string; brief: ReadBrief; options: ExportOptions }

export const MANIFEST = 'manifest.sha256'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const text = (name: string, words: string): PackedFile => ({ name, bytes: Buffer.from(words) })

/** `brief.md` and what it leads to: what is kept in Git, where each change is a handful of lines. */
export const folderOf = async (
  store: Store,
  asked: Asked,
  held: ReadonlyMap<string, Buffer> | null = null,
): Promise<PackedFile[]> => {
  const { brief, options } = asked
  return [
    text('brief.md', await writeAside('md', brief, options)),
    ...ownStyleFile(brief),
    text('brief.csl.json', await writeAside('csl.json', brief, options)),
    ...pictureFiles(held ?? (await heldPictures(store, asked))),
  ]
}

export const STYLE_FILE = 'style.csl'

/** The brief's own citation style as reference managers take it; the Markdown holds it, too. */
const ownStyleFile = ({ about: { style, ownStyle } }: ReadBrief): PackedFile[] =>
  style === OWN_STYLE && ownStyle !== null ? [text(STYLE_FILE, ownStyle)] : []

/** With the text of the saved copies for who is inside. `manifest.sha256` is what `sha256sum --check` reads. */
export const archiveOf = async (
  store: Store,
  { briefId, brief, options }: Asked,
): Promise<Uint8Array<ArrayBuffer>> => {
  const audience = options.audience ?? 'inside'
  const asked: Asked = { briefId, brief, options: { ...options, audience } }
  const held = await heldPictures(store, asked)
  const files = sortedBy(
    [
      ...(await folderOf(store, asked, held)),
      text('brief.html', await writeAside('html', brief, asked.options, held)),
      text('brief.bib', await writeAside('bib', brief, asked.options)),
      text('excerpts.json', toAnnotations(brief, audience)),
      ...(audience === 'inside' ? await savedCopies(store, asked) : []),
    ],
    ({ name }) => name,
  )
  const manifest = files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('')
  return new Uint8Array(await zipOf([...files, text(MANIFEST, manifest)]))
}

/** A hash in a document grants nothing: what the brief does not hold stays out. */
const savedCopies = async ({ db }: Store, { briefId, brief }: Asked): Promise<PackedFile[]> => {
  const held = new Set(await capturesHeld(db, briefId))
  const named = new Set([
    ...[...brief.sources.values()].flatMap(({ captures }) => captures.map(({ hash }) => hash)),
    ...[...brief.excerpts.values()].flatMap((each) => (each.kind === 'anchored' ? [each.capture] : [])),
  ])
  const files: PackedFile[] = []
  for (const hash of named) {
    const words = held.has(hash) ? await captureText(db, hash) : null
    if (words !== null) files.push(text(captureFile(hash), words))
  }
  return files
}

const pictureFiles = (held: ReadonlyMap<string, Buffer>): PackedFile[] =>
  [...held].map(([hash, bytes]) => ({ name: pictureFile(hash), bytes }))

/**
 * The bytes of the brief's pictures by their hashes, in the order of the text; those that are not here are left out.
 * Throws a Refusal for more than a file can carry.
 */
export const heldPictures = async (
  { db }: Store,
  { briefId, brief }: Pick<Asked, 'briefId' | 'brief'>,
): Promise<Map<string, Buffer>> => {
  const held = new Set(await capturesHeld(db, briefId))
  const found = new Map<string, Buffer>()
  let size = 0
  for (const hash of picturesIn(brief)) {
    const stored = held.has(hash) ? await storedBytes(db, hash) : null
    if (!stored) continue
    const pieces: Uint8Array[] = []
    for await (const piece of stored.pieces()) pieces.push(piece)
    found.set(hash, Buffer.concat(pieces))
    size += found.get(hash)!.length
    if (size > PICTURES_LIMIT)
      throw new Refusal(
        'too-large',
        'The pictures of this brief are larger than 100 MB together. Nothing was made, and the brief is as it was; put smaller ones in their place, or export it as Markdown.',
      )
  }
  return found
}

/** The parts of a Word file that are read, out of its archive: bounded, and each where the file itself says that it lies. */
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../../shared/wire/refusal.ts'
import { all, xmlTree, type XmlElement } from './xml-tree.ts'
import { refuseSwollen } from './zip-size.ts'

const MEGABYTE = 1024 * 1024
/** Of mark-up: its tree takes some ten times that. Five hundred pages have a tenth of it. */
const PART = 40 * MEGABYTE
/** Bytes of one picture, and of all of them. */
const PICTURE = 25 * MEGABYTE
const PICTURES = 100 * MEGABYTE

export type Relations = Map<string, { target: string; type: string; isOutside: boolean }>

export type WordPackage = {
  /** The tree of a part; undefined where there is none. */
  xml(name: string): Promise<XmlElement | undefined>
  /** What its ids lead to. Targets inside the file are names of parts. */
  relations(name: string): Promise<Relations>
  /** Null where there is none, or it is too large. */
  picture(name: string): Promise<Uint8Array | null>
  names: string[]
  /** The part that holds the text. */
  main: string
}

export const openWord = async (bytes: Uint8Array): Promise<WordPackage> => {
  await refuseSwollen(bytes)
  const { zip, entries } = await opened(bytes)
  let pictures = 0
  const read = (entry: Entry) =>
    new Promise<Buffer>((resolve, reject) => {
      zip.openReadStream(entry, (problem, stream) => {
        if (problem) return reject(new Refusal('unreadable'))
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('error', () => reject(new Refusal('unreadable')))
        stream.on('end', () => resolve(Buffer.concat(parts)))
      })
    })
  const xml = async (name: string) => {
    const entry = entries.get(name)
    if (!entry) return undefined
    if (entry.uncompressedSize > PART)
      throw new Refusal(
        'too-large',
        'This document is too long to be read at once. Nothing was changed; save the part that you need as a file of its own.',
      )
    return xmlTree(decoded(await read(entry)))
  }
  const relations = async (name: string): Promise<Relations> => {
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    const list = await xml(`${folder}_rels/${name.slice(folder.length)}.rels`)
    return new Map(
      all(list, 'Relationship').map(({ attributes }) => {
        const isOutside = attributes.TargetMode === 'External'
        const target = attributes.Target ?? ''
        return [
          attributes.Id ?? '',
          {
            isOutside,
            type: (attributes.Type ?? '').split('/').at(-1)!,
            target: isOutside ? target : within(folder, target),
          },
        ]
      }),
    )
  }
  const main = [...(await relations('')).values()].find(({ type }) => type === 'officeDocument')?.target
  return {
    xml,
    relations,
    names: [...entries.keys()],
    main: main && entries.has(main) ? main : 'word/document.xml',
    async picture(name) {
      const entry = entries.get(name)
      if (!entry || entry.uncompressedSize > PICTURE) return null
      pictures += entry.uncompressedSize
      return pictures > PICTURES ? null : new Uint8Array(await read(entry))
    },
  }
}

const opened = (bytes: Uint8Array) =>
  new Promise<{ zip: ZipFile; entries: Map<string, Entry> }>((resolve, reject) => {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    fromBuffer(whole, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(new Refusal('unreadable'))
      const entries = new Map<string, Entry>()
      zip.on('error', () => reject(new Refusal('unreadable')))
      zip.on('end', () => resolve({ zip, entries }))
      zip.on('entry', (entry: Entry) => {
        // Of two of one name the first counts, as in Word.
        if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
        zip.readEntry()
      })
      zip.readEntry()
    })
  })

/** Office programs write UTF-8, and may write UTF-16 (ECMA-376, part 2, 8.1.4). */
const decoded = (bytes: Buffer): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? bytes.toString('utf16le')
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? Buffer.from(bytes.subarray(0, bytes.length & ~1))
          .swap16()
          .toString('utf16le')
      : bytes.toString('utf8')

/** A name beside that of the part, or from the root of the file. */
const within = (folder: string, target: string): string => {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  return steps.join('/')
}

/**
 * A collection: a list of works with their files in one archive, as Zotero exports a folder "with files". Finds the list,
 * reads it, and unpacks the files that it names, under names of our own. Runs in a reading process; throws Refusal.
 */
import path from 'node:path'
import { formatOf } from '../../shared/cite/bibliography-format.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import { TEXT_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { attachedFiles } from './attached-files.ts'
import { readBibliography } from './bibliography.ts'
import type { Listed, ListedEntry, ListedFile } from './collection-entry.ts'
import { decode } from './decode.ts'
import type { Arrived } from './ingest.ts'
import type { Told } from './read.ts'
import { type Archive, openArchive } from './zip-archive.ts'
import { refuseSwollen } from './zip-size.ts'
import { readRdf } from './zotero-rdf.ts'

export type CollectedFile = Omit<ListedFile, 'path'> & { filename: string; file: Arrived }
export type CollectedEntry = Omit<ListedEntry, 'files'> & {
  files: CollectedFile[]
  /** What is wrong with its files, a sentence each. */
  problems: string[]
}
export type Collection = { entries: CollectedEntry[]; problems: Listed['problems'] }

/** A work has a paper, an annex or two, a page; more are a mistake of the list. */
const FILES = 20

/** `archive` and `into` are paths; the files come to lie in the folder `into`. */
export const openCollection = async (archive: string, into: string, told: Told): Promise<Collection> => {
  await refuseSwollen(archive)
  const zip = await openArchive(archive)
  try {
    const { name, listed } = await findList(zip)
    const files = new Map<string, Arrived>()
    const find = finder(zip.names, path.posix.dirname(name))
    const collect = async (each: ListedFile): Promise<CollectedFile | string> => {
      const part = find(each.path)
      const filename = each.path.split(/[\\/]/).at(-1)!.slice(0, 200)
      if (!part) return `“${filename}” is not in the archive.`
      let file = files.get(part)
      if (!file) {
        const to = path.join(into, String(files.size))
        file = { path: to, ...(await zip.extract(part, to)) }
        files.set(part, file)
      }
      return { title: each.title, mediaType: each.mediaType, at: each.at, filename, file }
    }
    const entries: CollectedEntry[] = []
    for (const { files: named, ...entry } of listed.entries) {
      const collected: CollectedEntry = { ...entry, files: [], problems: [] }
      for (const each of named.slice(0, FILES)) {
        const found = await collect(each)
        if (typeof found === 'string') collected.problems.push(found)
        else collected.files.push(found)
      }
      if (named.length > FILES)
        collected.problems.push(`It has more than ${FILES} files; the others are left out.`)
      entries.push(collected)
      told(entries.length, listed.entries.length)
    }
    return { entries, problems: listed.problems }
  } finally {
    zip.close()
  }
}

/** The kinds of lists, the one that knows most first. */
const LISTS = [/\.rdf$/i, /\.json$/i, /\.bib$/i, /\.ris$/i]

const kindOfList = (name: string) => LISTS.findIndex((kind) => kind.test(name))
const depth = (name: string) => name.split('/').length

/** The list that lies highest; what systems put beside files is none. */
const findList = async (zip: Archive): Promise<{ name: string; listed: Listed }> => {
  const lists = zip.names
    .filter((name) => kindOfList(name) >= 0 && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name))
    .toSorted((a, b) => depth(a) - depth(b) || kindOfList(a) - kindOfList(b) || (a < b ? -1 : 1))
  for (const name of lists) {
    const bytes = await zip.read(name, TEXT_LIMIT)
    if (!bytes)
      throw new Refusal(
        'too-large',
        'The list of works in it is too long. Nothing was added; export the part that you need.',
      )
    const { text } = decode(bytes, 'text/plain')
    if (/\.rdf$/i.test(name)) return { name, listed: readRdf(text) }
    const format = formatOf(text)
    // A file of data that somebody attached is no list.
    if (format) return { name, listed: await readList(text, format) }
  }
  throw new Refusal(
    'unknown-kind',
    'There is no list of works in this archive. Nothing was added; export from Zotero with “Export Files”, pack the folder, or drop its files one by one.',
  )
}

const readList = async (text: string, format: NonNullable<ReturnType<typeof formatOf>>): Promise<Listed> => {
  const { entries, problems } = await readBibliography(text, format)
  return {
    entries: entries.map(({ item, key, text: entry }) => ({
      item: withoutFiles(item),
      key,
      bare: false,
      ...attachedFiles(entry, format),
    })),
    problems: problems.map(({ line, why }) => ({ entry: `Line ${line}`, why })),
  }
}

/** Where its files lie is no part of a work. */
const withoutFiles = (item: CslItem): CslItem => {
  const { file, attachments, ...work } = item
  return file === undefined && attachments === undefined ? item : work
}

/** A path from the list, or the only file of that name: some lists have the paths of the machine they were made on. */
const finder = (names: readonly string[], folder: string) => {
  const all = new Set(names)
  const byLast = new Map<string, string[]>()
  for (const name of names) {
    const last = path.posix.basename(name)
    byLast.set(last, [...(byLast.get(last) ?? []), name])
  }
  return (written: string): string | null => {
    for (const each of [written, decoded(written)]) {
      const slashed = each.normalize('NFC').replaceAll('\\', '/')
      const whole = path.posix.join(folder, slashed)
      if (all.has(whole)) return whole
      const same = byLast.get(path.posix.basename(slashed)) ?? []
      if (same.length === 1) return same[0]!
    }
    return null
  }
}

const decoded = (written: string): string => {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

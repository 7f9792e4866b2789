/**
 * Reads a Word file (ECMA-376, WordprocessingML) as what it says, not as how it is set: paragraphs and their purpose, marks, links, lists,
 * tables, notes, pictures, citations of reference managers, tracked changes and remarks. Throws Refusal for what is no such file.
 */
import { oneLine } from '../../shared/capture/text-blocks.ts'
import {
  paragraphsOf,
  type WordComment,
  type WordDocument,
  type WordNote,
} from '../../shared/word/document.ts'
import { TEXT_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { docxProperties } from './docx-properties.ts'
import { openWord, type WordPackage } from './word-package.ts'
import { numberingOf, stylesOf } from './word-styles.ts'
import { type Reading, readBlocks } from './word-text.ts'
import { all, wordsIn, type XmlElement } from './xml-tree.ts'

/** Paragraphs. A brief holds fewer. */
const PARAGRAPHS = 40_000
const COMMENTS = 2000
/** Characters of one remark. */
const COMMENT = 5000

export type ReadWord = {
  document: WordDocument
  /** In the order of the file; null for one that is missing or too large. */
  pictures: (Uint8Array | null)[]
}

export const readWord = async (bytes: Uint8Array): Promise<ReadWord> => {
  const file = await openWord(bytes)
  const root = await file.xml(file.main)
  const body = all(root, 'w:body')[0]
  if (root?.name !== 'w:document' || !body)
    throw new Refusal('unreadable', 'This is not a Word file. Nothing was changed; save it again as .docx.')
  const beside = await file.relations(file.main)
  const part = (type: string): string =>
    [...beside.values()].find((each) => each.type === type && !each.isOutside)?.target ?? ''
  const reading: Reading = {
    styles: stylesOf(await file.xml(part('styles'))),
    numbering: numberingOf(await file.xml(part('numbering'))),
    links: beside,
    left: new Map(),
    pictures: [],
    notes: [],
    fields: [],
    bookmarks: new Map(),
    remarks: new Map(),
    part: 'body',
    characters: 0,
    most: TEXT_LIMIT,
  }
  const blocks = readBlocks(body, reading)
  const notes = await readNotes(file, reading, { footnote: part('footnotes'), endnote: part('endnotes') })
  const paragraphs = paragraphsOf(blocks)
  if (paragraphs.length > PARAGRAPHS)
    throw new Refusal(
      'too-large',
      `This has more than ${PARAGRAPHS.toLocaleString('en')} paragraphs. Nothing was changed; bring in the part that you need.`,
    )
  const comments = remarksOf(
    await file.xml(part('comments')),
    reading,
    new Map(paragraphs.map((p, at) => [p, at])),
  )
  await noteMargins(file, reading)
  const { title, author, language } = await docxProperties(bytes)
  const pictures = await Promise.all(reading.pictures.map((name) => file.picture(name)))
  return {
    document: {
      title: title ?? null,
      authors: (author ?? []).map(
        ({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '),
      ),
      language: language ?? null,
      blocks,
      notes,
      comments,
      pictures: pictures.length,
      left: [...reading.left].map(([what, times]) => ({ what, times })),
    },
    pictures,
  }
}

/** Those that the text names, in that order: others are not to be seen. */
const readNotes = async (
  file: WordPackage,
  reading: Reading,
  parts: Record<'footnote' | 'endnote', string>,
): Promise<WordNote[]> => {
  const found = new Map<string, XmlElement>()
  const links = { footnote: reading.links, endnote: reading.links }
  for (const kind of ['footnote', 'endnote'] as const) {
    if (!parts[kind]) continue
    links[kind] = await file.relations(parts[kind])
    for (const note of all(await file.xml(parts[kind]), `w:${kind}`))
      found.set(`${kind} ${note.attributes['w:id'] ?? ''}`, note)
  }
  const notes: WordNote[] = []
  // A note of a note would be found while these are read.
  for (let at = 0; at < reading.notes.length; at++) {
    const name = reading.notes[at]!
    const note = found.get(name)
    const within: Reading = {
      ...reading,
      part: 'note',
      links: links[name.startsWith('endnote') ? 'endnote' : 'footnote'],
      fields: [],
      bookmarks: new Map(),
    }
    notes.push({ blocks: note ? readBlocks(note, within) : [] })
    reading.characters = within.characters
  }
  return notes
}

const remarksOf = (
  root: XmlElement | undefined,
  { remarks }: Reading,
  numbers: ReadonlyMap<object, number>,
): WordComment[] =>
  all(root, 'w:comment')
    .slice(0, COMMENTS)
    .map((comment) => {
      const { attributes } = comment
      const place = remarks.get(attributes['w:id'] ?? '')
      return {
        author: oneLine(attributes['w:author'] ?? '').slice(0, 80),
        at: dayAndTime(attributes['w:date']),
        text: all(comment, 'w:p')
          .map((paragraph) => wordsIn(paragraph).trim())
          .filter(Boolean)
          .join('\n')
          .slice(0, COMMENT),
        words: oneLine(place?.words ?? ''),
        paragraph: (place?.paragraph && numbers.get(place.paragraph)) ?? null,
      }
    })

/** As the file writes it; Word gives no zone, and no more than minutes are shown. */
export const dayAndTime = (written: string | undefined): string | null =>
  written && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(written) ? written.slice(0, 16) : null

/** Words above and below the pages are no part of the text. */
const noteMargins = async (file: WordPackage, { left }: Reading) => {
  for (const kind of ['header', 'footer'] as const) {
    let times = 0
    for (const name of file.names.filter((each) => new RegExp(`^word/${kind}\\d*\\.xml$`).test(each))) {
      const words = wordsIn((await file.xml(name)) ?? '').replace(/\b(?:PAGE|NUMPAGES|MERGEFORMAT)\b/g, '')
      if (/\p{L}{2}/u.test(words)) times++
    }
    if (times > 0) left.set(`words in the ${kind} of the pages`, times)
  }
}

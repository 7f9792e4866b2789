/** Footnotes whose words changed, and the notes that follow from citations. */
import type { ReadBrief } from '../brief/read.ts'
import { align } from './alignment.ts'
import { trackedChange, wordsChange } from './changed-lines.ts'
import { type Comparison, cut, plain } from './comparison.ts'
import { type ByLine, paragraphsOf, type WordParagraph } from './document.ts'
import { joinedParagraphs, takenGroups, trimStart } from './joined-words.ts'
import { asIf, noteObject, streamOfParagraph } from './lines.ts'
import { noteWords } from './notes.ts'
import { emptyStream, OBJECT, printOfWords, type Stream, streamOfBlock } from './stream.ts'

/** Words of footnotes, and of the notes that follow from citations. */
export const noteChanges = (c: Comparison) => {
  const numberOf = new Map<number, number>()
  paragraphsOf(c.file.blocks).forEach((paragraph, number) => {
    for (const run of paragraph.runs)
      if (run.is === 'note' && !numberOf.has(run.note)) numberOf.set(run.note, number)
  })
  c.file.notes.forEach((note, n) => {
    const object = noteObject(c.file.notes, n)
    const number = numberOf.get(n) ?? 0
    const footnote = object.startsWith('f:') ? object.slice(2) : null
    const texts = footnote === null ? undefined : c.brief.footnotes.get(footnote)
    const { words, bookmark } = noteWords(note)
    if (!bookmark || bookmark.is !== 'note') return
    if (footnote !== null && texts) footnoteChanges(c, number, footnote, texts, words, bookmark.words)
    else if (footnote === null && words.length > 0) {
      const stream = joinedParagraphs(words)
      const after = asIf(stream, () => true)
      // Of a citation's note only what no reference manager writes is compared.
      const text = plain(withoutObjects(after))
      if (printOfWords({ ...emptyStream(), text }) === bookmark.words) return
      c.add(number, {
        id: `note ${n}`,
        what: 'note',
        before: `${c.label(object)} `,
        added: cut(text),
        as: 'citation',
        why: 'The note follows from the citation and its source: change those in the brief.',
      })
    }
  })
}

const footnoteChanges = (
  c: Comparison,
  number: number,
  footnote: string,
  texts: NonNullable<ReturnType<ReadBrief['footnotes']['get']>>,
  words: readonly WordParagraph[],
  sent: string,
) => {
  const streams = words.map((paragraph) => {
    const groups = new Map<number, ByLine>()
    return { whole: trimStart(streamOfParagraph(paragraph, c.file.notes, groups, true)), groups }
  })
  const before = joinedParagraphs(words)
  const isAsSent = printOfWords(asIf(before, () => false)) === sent
  const from = c.found.length
  texts.forEach((text, paragraph) => {
    const other = streams[paragraph]
    if (!other) return
    const stream = streamOfBlock(text, 0, { inNote: true })
    const taken = takenGroups(stream, other.whole, other.groups)
    const now = asIf(other.whole, (group) => taken.has(group))
    const alignment = align(stream, now)
    if (!isAsSent) for (const hunk of alignment.hunks) wordsChange(c, number, stream, now, hunk, false)
    for (const [group, by] of other.groups)
      if (!taken.has(group))
        trackedChange(c, number, { stream, whole: other.whole, now, alignment, group, by, alsoHere: false })
    for (const each of c.found.slice(from))
      if (each.edit?.is === 'words') {
        each.as = 'footnote'
        each.pos = null
        each.edit = { ...each.edit, is: 'note-words', footnote, paragraph }
      }
  })
}

const withoutObjects = ({ text }: Stream) => text.replaceAll(OBJECT, '')

/** Paragraphs of Word that belong to one block of the brief, read as one line with all their tracked changes. */
import type { ByLine, WordParagraph } from './document.ts'
import { asIf, streamOfParagraph, type WordLine, type WordStream } from './lines.ts'
import { distance, goesWhole, type Pair } from './match.ts'
import { emptyStream, PARAGRAPH, type Placed, tokensOf } from './stream.ts'

export const trimStart = (stream: WordStream): WordStream => {
  const from = stream.text.length - stream.text.trimStart().length
  return from === 0
    ? stream
    : {
        text: stream.text.slice(from),
        looks: stream.looks.slice(from),
        group: stream.group.slice(from),
        comes: stream.comes.slice(from),
        objects: new Map([...stream.objects].map(([at, object]) => [at - from, object])),
      }
}

/** One behind the other, with the changes of each and of the ends between them. */
export const joinedWords = (
  words: readonly WordLine[],
): { whole: WordStream; groups: Map<number, ByLine> } => {
  const whole: WordStream = { ...emptyStream(), group: [], comes: [] }
  const groups = new Map<number, ByLine>()
  words.forEach(({ stream, groups: own, paragraph }, n) => {
    const first = groups.size
    for (const [number, by] of own) groups.set(first + number, by)
    for (const [at, object] of stream.objects) whole.objects.set(whole.text.length + at, object)
    whole.text += stream.text
    whole.looks.push(...stream.looks)
    whole.group.push(...stream.group.map((group) => (group === 0 ? 0 : first + group)))
    whole.comes.push(...stream.comes)
    if (n === words.length - 1) return
    const by = paragraph.inserted ?? paragraph.deleted
    const last = whole.group.at(-1) ?? 0
    if (by && last !== 0 && groups.get(last)?.author === by.author) whole.group.push(last)
    else if (by) {
      groups.set(groups.size + 1, by)
      whole.group.push(groups.size)
    } else whole.group.push(0)
    whole.text += PARAGRAPH
    whole.looks.push('')
    whole.comes.push(paragraph.inserted !== undefined)
  })
  return { whole, groups }
}

export const joinedParagraphs = (paragraphs: readonly WordParagraph[]): WordStream => {
  const whole: WordStream = { ...emptyStream(), group: [], comes: [] }
  paragraphs.forEach((paragraph, n) => {
    const stream = streamOfParagraph(paragraph, [], new Map(), true)
    for (const [at, object] of stream.objects) whole.objects.set(whole.text.length + at, object)
    whole.text += stream.text + (n < paragraphs.length - 1 ? PARAGRAPH : '')
    whole.looks.push(...stream.looks, '')
    whole.group.push(...stream.group, 0)
    whole.comes.push(...stream.comes, false)
  })
  return whole
}

/** Paragraphs whose end is struck as a change belong to one pair with what follows them. */
export const withJoins = (pairs: readonly Pair[]): Pair[] => {
  const result: Pair[] = []
  for (const pair of pairs) {
    const before = result.at(-1)
    const last = before?.words.at(-1)
    if (
      before &&
      last?.paragraph.deleted &&
      !goesWhole(last) &&
      !before.moved &&
      !pair.moved &&
      last.cell?.row === pair.words[0]!.cell?.row &&
      pair.lines[0]!.pos > before.lines.at(-1)!.pos
    )
      result[result.length - 1] = {
        lines: [...before.lines, ...pair.lines],
        words: [...before.words, ...pair.words],
        moved: false,
      }
    else result.push(pair)
  }
  return result
}

/** Changes that the brief has already: with them the paragraph is more like the block than without. */
export const takenGroups = (
  stream: Placed,
  whole: WordStream,
  groups: ReadonlyMap<number, ByLine>,
): ReadonlySet<number> => {
  const taken = new Set<number>()
  if (groups.size === 0) return taken
  const own = tokensOf(stream)
  const far = () => distance(own, tokensOf(asIf(whole, (group) => taken.has(group))))
  let now = far()
  if (now === 0) return taken
  for (const group of groups.keys()) {
    taken.add(group)
    const next = far()
    if (next < now) now = next
    else taken.delete(group)
  }
  return taken
}

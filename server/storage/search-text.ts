/**
 * What a text is searched by: its words without case and accents, and their sound in Latin letters, so that "Putin"
 * finds "Путин" and "Zurich" finds "Zürich".
 */
import { transliterate } from 'transliteration'

/** A run of letters, marks and digits. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LATIN_ONLY = /^[\p{Script=Latin}\p{M}\p{N}]+$/u
/** Scripts that set no spaces between words: each character is searched as a word, a word as a phrase of them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** Longer ones are no words but data, and would cost more than they help. */
const LONGEST = 200

/** Most words are this; they are quick. */
const PLAIN_ALREADY = /^[a-zA-Z0-9]+$/

/** Without case and accents: "Étude" and "etude" are one. */
export const plainWord = (word: string): string =>
  PLAIN_ALREADY.test(word) ? word.toLowerCase() : withoutAccents(word)

const withoutAccents = (word: string): string =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC')

/** As it sounds in Latin letters, "путин" → "putin"; '' for a word that is in them already. */
export const latinWord = (word: string): string =>
  PLAIN_ALREADY.test(word) || LATIN_ONLY.test(word)
    ? ''
    : transliterate(word)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '')

/** A word of a text, with its UTF-16 offsets. */
export type WordAt = { word: string; start: number; end: number }

/** The words of a text in order. */
export function* wordsOfText(text: string): Generator<WordAt> {
  for (const { 0: word, index } of text.matchAll(WORD))
    if (word.length <= LONGEST) yield { word, start: index, end: index + word.length }
}

const spaced = (plain: string) => plain.replace(UNSPACED, ' $& ')

/** The two columns of the index for a text, or for a piece of one. */
export type IndexedText = { plain: string; latin: string }

/** Characters of a piece: the index takes it in a few milliseconds. Almost every source is one piece. */
const PIECE = 64 * 1024

const columns = () => {
  const pieces: IndexedText[] = []
  let plain: string[] = []
  let latin: string[] = []
  let size = 0
  const end = () => {
    pieces.push({ plain: plain.join(' '), latin: latin.join(' ') })
    plain = []
    latin = []
    size = 0
  }
  return {
    add({ word }: WordAt) {
      const own = spaced(plainWord(word))
      plain.push(own)
      const sound = latinWord(word)
      if (sound) latin.push(sound)
      size += own.length + sound.length
      if (size >= PIECE) end()
    },
    made() {
      if (size > 0 || pieces.length === 0) end()
      return pieces
    },
  }
}

/** Of a short text. */
export const indexedText = (text: string): IndexedText => {
  const pieces = indexedPieces(text)
  return {
    plain: pieces.map(({ plain }) => plain).join(' '),
    latin: pieces.map(({ latin }) => latin).join(' '),
  }
}

/** One at least. */
export const indexedPieces = (text: string): IndexedText[] => {
  const { add, made } = columns()
  for (const word of wordsOfText(text)) add(word)
  return made()
}

/** Words between two looks at the clock, and milliseconds until others have their turn: an acknowledgement needs several. */
const WORDS_AT_ONCE = 50
const TURN_MS = 2

/** The same for a text of any length: whoever else waits for this process is let in between. */
export const indexedPiecesInTurns = async (text: string): Promise<IndexedText[]> => {
  const { add, made } = columns()
  let since = performance.now()
  let count = 0
  for (const word of wordsOfText(text)) {
    add(word)
    if (++count % WORDS_AT_ONCE > 0 || performance.now() - since < TURN_MS) continue
    await new Promise(setImmediate)
    since = performance.now()
  }
  return made()
}

/** More words than a person types; what follows is left out. */
const MOST_WORDS = 16

/** A word that was typed: as it stands, and as it sounds. */
export type SoughtWord = { plain: string; latin: string }

export const soughtWords = (typed: string): SoughtWord[] =>
  [...wordsOfText(typed.slice(0, 500))]
    .slice(0, MOST_WORDS)
    .map(({ word }) => ({ plain: plainWord(word), latin: latinWord(word) }))

/** The query in FTS5's language: every word begins somewhere in the text, in its own letters or in Latin ones. */
export const matchQuery = (words: readonly SoughtWord[]): string =>
  words
    .map(({ plain, latin }) => {
      const phrase = `{plain} : "${spaced(plain).trim().replace(/\s+/g, ' ')}" *`
      // What is typed in Latin letters may be the sound of a word in others, and the other way round.
      const sound = latin || plain
      const alternatives = [phrase, `{latin} : "${sound}" *`, ...(latin ? [`{plain} : "${latin}" *`] : [])]
      return `(${alternatives.join(' OR ')})`
    })
    .join(' AND ')

/** Says which of the words that were typed a word of a text is, or begins with; -1: none. Remembers what it was asked. */
export const seekerOf = (words: readonly SoughtWord[]): ((word: string) => number) => {
  const known = new Map<string, number>()
  return (word) => {
    let which = known.get(word)
    if (which === undefined) {
      const [plain, latin] = [plainWord(word), latinWord(word)]
      which = words.findIndex((sought) => isSought(plain, latin, sought))
      known.set(word, which)
    }
    return which
  }
}

const isSought = (wordPlain: string, wordLatin: string, { plain, latin }: SoughtWord): boolean =>
  wordPlain.startsWith(plain) ||
  (wordLatin !== '' && wordLatin.startsWith(latin || plain)) ||
  (latin !== '' && wordPlain.startsWith(latin)) ||
  // Without spaces between words, a word stands inside a run.
  (wordPlain.includes(plain) && plain.search(UNSPACED) >= 0)

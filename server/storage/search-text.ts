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

export type FoundWord = { start: number; end: number; plain: string; latin: string }

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

/** The words of a text in order, with their UTF-16 offsets. */
export function* wordsOfText(text: string): Generator<FoundWord> {
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    if (word.length > LONGEST) continue
    yield {
      start: match.index,
      end: match.index + word.length,
      plain: plainWord(word),
      latin: latinWord(word),
    }
  }
}

const spaced = (plain: string) => plain.replace(UNSPACED, ' $& ')

/** The two columns of the index for a text. */
export type IndexedText = { plain: string; latin: string }

const columns = () => {
  const plain: string[] = []
  const latin: string[] = []
  return {
    add(word: FoundWord) {
      plain.push(spaced(word.plain))
      if (word.latin) latin.push(word.latin)
    },
    made: (): IndexedText => ({ plain: plain.join(' '), latin: latin.join(' ') }),
  }
}

export const indexedText = (text: string): IndexedText => {
  const { add, made } = columns()
  for (const word of wordsOfText(text)) add(word)
  return made()
}

/** Words between two looks at the clock, and milliseconds until others have their turn. */
const WORDS_AT_ONCE = 200
const TURN_MS = 8

/** The same for a text of any length: whoever else waits for this process is let in between. */
export const indexedTextInTurns = async (text: string): Promise<IndexedText> => {
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
  [...wordsOfText(typed.slice(0, 500))].slice(0, MOST_WORDS).map(({ plain, latin }) => ({ plain, latin }))

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

/** Whether a word of the text is one that was typed, or begins so. */
export const isSought = (word: Omit<FoundWord, 'start' | 'end'>, { plain, latin }: SoughtWord): boolean =>
  word.plain.startsWith(plain) ||
  (word.latin !== '' && word.latin.startsWith(latin || plain)) ||
  (latin !== '' && word.plain.startsWith(latin)) ||
  // Without spaces between words, a word stands inside a run.
  (word.plain.includes(plain) && plain.search(UNSPACED) >= 0)

/**
 * Where the sentences of a text begin and end. Our own rules in place of Intl.Segmenter, whose answers differ
 * between browsers and servers: a check made on one machine must stand on another.
 */

/** UTF-16 offsets, end exclusive; white space around a sentence belongs to none. */
export type Span = { start: number; end: number }

/** Before a name or a number; never the end of a sentence. */
const BEFORE_NAME = new Set(
  (
    'mr mrs ms mx dr prof sen rep gov gen lt col maj capt cpt sgt cmdr adm amb st rev hon pres messrs mme mlle ' +
    'vs cf viz e.g i.e eg ie approx ca resp incl esp'
  ).split(' '),
)
/** Abbreviations before a number: "p. 7", "No. 5", "Art. IV". Otherwise a word like any other. */
const BEFORE_NUMBER = new Set(
  (
    'no nos nr p pp para paras par sec secs sect art arts ch chap chaps vol vols fig figs eq eqs ed eds app annex ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec pt pts l ll n v c cl reg res rule tab'
  ).split(' '),
)
/** May end a sentence or not: the next word decides. */
const EITHER = new Set(
  'etc inc ltd co corp al jr sr bros dept est ave blvd a.m p.m ph.d b.c a.d ibid op'.split(' '),
)
/** A capital on one of these after "U.S." or "Plan B." speaks for a new sentence. */
const STARTERS = new Set(
  (
    'a after all although also an and any as at before both but by despite each even every few for from he her here ' +
    'his how however i if in instead it its last many meanwhile more most my neither no nor not now on once one ' +
    'only or other our over she since so some such than that the their then there these they this those though ' +
    'thus to two under unless until we what when where whether which while who why with without yet you your'
  ).split(' '),
)

const ENDS_ALWAYS = '。！？｡｣؟۔।॥'
const ENDS = '.!?…‼⁇⁈⁉'
const CLOSING = '"\'”’»›)]}」』）】》〉'
const OPENING = '"\'“‘„‚«‹([{¿¡「『（【《〈*_'

const isSpace = (c: string | undefined) => c !== undefined && /\s/u.test(c)
const isLower = (c: string) => /\p{Ll}/u.test(c)
const isUpper = (c: string) => /\p{Lu}/u.test(c)

/** The word that a full stop at `stop` ends, with inner full stops: "U.S", "e.g", "Smith". At most 40 long. */
const wordBefore = (text: string, stop: number): string => {
  let from = stop
  while (from > 0 && stop - from < 40 && /[\p{L}\p{M}\p{N}.'’-]/u.test(text[from - 1]!)) from--
  return text.slice(from, stop)
}

const endsAtStop = (text: string, start: number, stop: number, next: string): boolean => {
  const word = wordBefore(text, stop)
  const lower = word.toLowerCase()
  const before = text.slice(Math.max(start, stop - word.length - 40), stop - word.length)
  // "1. First" and "(2. …": a number that opens the sentence counts it.
  if (/^\d+(\.\d+)*$/.test(word) && /^[\s(["“]*$/.test(before) && stop - word.length - start < 3) return false
  if (BEFORE_NAME.has(lower)) return false
  if (BEFORE_NUMBER.has(lower) && /^(\d|§|[IVXLC]+\b)/.test(next)) return false
  const startsAnew = STARTERS.has((/^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? '').toLowerCase())
  if (EITHER.has(lower)) return startsAnew || !/^[\p{L}\p{N}]/u.test(next)
  // Initials and abbreviations with inner full stops: J. Smith, U.S. Treasury, Ph.D. students.
  if (/^(\p{Lu}|\p{L}(\.\p{L})+)$/u.test(word)) return startsAnew || !isUpper(next.slice(0, 1))
  return true
}

/** Promises: spans in order, no overlap, every character that is not white space in exactly one. Linear in the text. */
export const sentences = (text: string): Span[] => {
  const spans: Span[] = []
  let start = -1
  const close = (end: number) => {
    if (start >= 0 && end > start) spans.push({ start, end })
    start = -1
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (isSpace(c)) {
      // An empty line parts blocks of text, whatever stands before it.
      if (c === '\n' && start >= 0) {
        let to = i + 1
        while (text[to] === ' ' || text[to] === '\t' || text[to] === '\r') to++
        if (text[to] === '\n') close(text.slice(start, i).trimEnd().length + start)
      }
      continue
    }
    if (start < 0) start = i
    const always = ENDS_ALWAYS.includes(c)
    if (!always && !ENDS.includes(c)) continue
    let end = i + 1
    while (end < text.length && (ENDS + ENDS_ALWAYS).includes(text[end]!)) end++
    const single = c === '.' && end === i + 1
    while (end < text.length && CLOSING.includes(text[end]!)) end++
    if (always) {
      close(end)
      i = end - 1
      continue
    }
    if (end < text.length && !isSpace(text[end])) {
      i = end - 1
      continue
    }
    let to = end
    while (to < text.length && (isSpace(text[to]) || OPENING.includes(text[to]!))) to++
    const next = text.slice(to, to + 40)
    const goesOn =
      next !== '' && (isLower(next[0]!) || (single && end === i + 1 && !endsAtStop(text, start, i, next)))
    if (!goesOn) close(end)
    i = end - 1
  }
  close(text.trimEnd().length)
  return spans
}

/**
 * The sentence that something at `position` (between two characters) stands in or ends: also after the full
 * stop, and after the space behind it, since what is cited stands before its citation. Null for a blank text.
 */
export const sentenceAt = (text: string, position: number): Span | null => {
  const all = sentences(text)
  return all.findLast((s) => s.start < position) ?? all[0] ?? null
}

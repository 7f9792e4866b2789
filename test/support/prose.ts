/**
 * Articles to try evidence on: sentences with names, figures, quoted words and negations, no two alike for long, made
 * by chance from a seed. And what happens to articles: words edited, figures corrected, text set in another layout.
 */
import type { Random } from './random.ts'

export const NAMES = (
  'Ana Smith|Oleg Tamm|Nadia Brandt|Ruth Okafor|Jean Morel|Ines Duarte|Piotr Zielinski|Maria Rossi|Tomas Novak|' +
  'Leila Haddad|Samuel Weiss|Grace Mbeki|Hanna Virtanen|Carlos Vega|Aoife Byrne|Viktor Sokolov'
).split('|')
const BODIES =
  'the finance ministry|the harbour council|the auditor|the regional bank|the energy board|the statistics office|the transport committee|the health agency|the grid operator|the customs service'.split(
    '|',
  )
const THINGS =
  'the reserve fund|grain exports|the rail tunnel|hospital waiting lists|the coastal defence plan|diesel imports|the school budget|water tariffs|the pension scheme|broadband coverage|the fishing quota|timber sales|the emissions register|housing permits|the ferry line|wage arrears'.split(
    '|',
  )
const VERBS = 'rose|fell|shrank|grew|stood still|recovered|slipped|doubled'.split('|')
const PLACES =
  'in the northern districts|along the coast|across the border towns|in the capital|on the islands|in the river basin|outside the cities'.split(
    '|',
  )
const TIMES =
  'in the first quarter|by the end of the year|over the past decade|after the storm|during the review|since the vote|before the summer recess'.split(
    '|',
  )
const REASONS =
  'because the cranes were late|while the contracts were argued over|although the figures had been checked twice|as the ministries blamed one another|when the loans came due|after an inquiry that took longer than planned|since nobody had kept the older records'.split(
    '|',
  )
const ADJECTIVES =
  'cautious|unusual|costly|partial|swift|contested|modest|hurried|patient|uneven|formal|belated'.split('|')
const NOUNS =
  'agreement|forecast|survey|audit|compromise|warning|inventory|timetable|estimate|complaint|briefing|ledger'.split(
    '|',
  )

const figure = (r: Random) =>
  r.pick([
    `${r.below(90) + 5}.${r.below(9) + 1} percent`,
    `${r.below(900) + 100} million`,
    `${r.below(40) + 2} of ${r.below(50) + 50} cases`,
    `${r.below(9) + 1},${String(r.below(900) + 100)} tonnes`,
    `${r.below(80) + 10} billion`,
  ])

/** One sentence. Each kind has a name, a figure or a verb that a "not" can turn around. */
export const sentence = (r: Random): string => {
  const noun = `${r.pick(ADJECTIVES)} ${r.pick(NOUNS)}`
  const upper = (words: string) => words[0]!.toUpperCase() + words.slice(1)
  return r.pick([
    () => `${r.pick(NAMES)} said that ${r.pick(THINGS)} ${r.pick(VERBS)} by ${figure(r)} ${r.pick(TIMES)}.`,
    () =>
      `${upper(r.pick(BODIES))} did not expect a ${noun} ${r.pick(PLACES)}, ${r.pick(NAMES)} told the committee.`,
    () =>
      `According to a ${noun} by ${r.pick(BODIES)}, ${figure(r)} went to ${r.pick(THINGS)} ${r.pick(REASONS)}.`,
    () =>
      `“The ${noun} is final”, said ${r.pick(NAMES)} of ${r.pick(BODIES)}, and ${r.pick(THINGS)} would wait.`,
    () =>
      `In ${1990 + r.below(35)} ${r.pick(BODIES)} was asked to publish the ${noun} on ${r.pick(THINGS)} ${r.pick(PLACES)}.`,
    () =>
      `${upper(r.pick(THINGS))} ${r.pick(VERBS)} ${r.pick(PLACES)} ${r.pick(TIMES)}, a ${noun} found, ${r.pick(REASONS)}.`,
  ])()
}

export const paragraphOf = (r: Random): string =>
  Array.from({ length: 3 + r.below(4) }, () => sentence(r)).join(' ')

/** Paragraphs parted by empty lines, at least `length` characters in all. */
export const prose = (r: Random, length: number): string => {
  const paragraphs: string[] = []
  for (let n = 0; n < length; n += paragraphs.at(-1)!.length + 2) paragraphs.push(paragraphOf(r))
  return paragraphs.join('\n\n')
}

export type Span = { start: number; end: number }

/** Passages of four to thirty words, wherever they fall, that begin and end with whole words of one paragraph. */
export const passagesOf = (r: Random, text: string, count: number): Span[] => {
  const spans: Span[] = []
  while (spans.length < count) {
    const at = r.below(text.length)
    const start = text.lastIndexOf(' ', at) + 1
    const rest = text.slice(start, start + 400).split('\n\n')[0]!
    const words = [...rest.matchAll(/\S+/g)].slice(0, 4 + r.below(27))
    const last = words.at(-1)
    if (words.length < 4 || text.slice(start, start + rest.length).startsWith('\n')) continue
    spans.push({ start, end: start + last!.index + last![0].length })
  }
  return spans
}

/**
 * Edits a share of the words: takes some out, replaces some, puts some in. `after[i]` is where the character at i of
 * the old text stands in the new one, or -1 where its word was edited.
 */
export const edited = (r: Random, text: string, share: number): { text: string; after: Int32Array } => {
  const after = new Int32Array(text.length + 1).fill(-1)
  // None of them stands in the prose: a word put in the place of itself would be no edit.
  const spare = () => r.pick(['orchard', 'velvet', 'quietly', 'saffron', 'lantern', 'seventeen', 'marzipan'])
  let out = ''
  let at = 0
  const keep = (to: number) => {
    for (let i = at; i < to; i++) after[i] = out.length + i - at
    out += text.slice(at, to)
    at = to
  }
  for (const match of text.matchAll(/[\p{L}\p{N}.,%-]+/gu)) {
    keep(match.index)
    const end = match.index + match[0].length
    if (r.next() >= share) keep(end)
    else {
      const how = r.below(3)
      if (how === 0) out += spare()
      if (how === 1) {
        out += `${spare()} `
        keep(end)
      }
      at = end
    }
  }
  keep(text.length)
  after[text.length] = out.length
  return { text: out, after }
}

/** The same words as another program sets them: narrow lines with hyphens, typographic marks, ligatures, odd spaces. */
export const reset = (r: Random, text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => {
      const words = paragraph
        .replace(/fi/g, () => r.pick(['ﬁ', 'fi']))
        .replace(/ffl?/g, (l) => (l === 'ffl' ? 'ﬄ' : 'ﬀ'))
        .replace(/[“”]/g, '"')
        .replace(/'/g, '’')
        .split(' ')
      let line = ''
      const lines: string[] = []
      for (const word of words) {
        if (line.length + word.length > 58 && /^\p{L}{7,}/u.test(word)) {
          lines.push(`${line}${word.slice(0, 4)}-`)
          line = `${word.slice(4)} `
        } else if (line.length + word.length > 64) {
          lines.push(line.trimEnd())
          line = `${word} `
        } else
          line += `${r.below(30) === 0 ? `${word.slice(0, 2)}\u00ad${word.slice(2)}` : word}${r.pick([' ', ' ', '\u00a0', '  '])}`
      }
      return [...lines, line.trimEnd()].join('\n')
    })
    .join('\n\n\n')

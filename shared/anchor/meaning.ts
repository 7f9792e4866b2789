/**
 * The two kinds of change that turn a statement around while hardly a letter changes: another number, and a
 * negation more or less. No measure of likeness sees them, so they are looked for by name.
 */
import { words } from '../text/word-diff.ts'
import { fold } from './fold.ts'

/**
 * English, German, French, Spanish, Russian. Words that are articles too ("un", "eine") are no numbers here: they
 * come and go without meaning anything by it.
 */
const NUMBER_WORDS = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand ' +
    'thousands million millions billion billions trillion trillions dozen dozens half halves third thirds quarter ' +
    'quarters double doubled triple tripled once twice percent ' +
    'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn ' +
    'siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend ' +
    'million millionen milliarde milliarden billion billionen hälfte drittel viertel doppelt dreifach prozent ' +
    'zéro deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante ' +
    'cinquante soixante cent cents mille milliard milliards moitié tiers quart quarts pourcent ' +
    'cero dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince veinte treinta cuarenta ' +
    'cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones mitad tercio tercios cuarto cuartos ' +
    'ноль один одна одно два две двух трёх трех три четыре четырёх четырех пять пяти шесть шести семь семи восемь ' +
    'восьми девять девяти десять десяти двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят ' +
    'девяносто сто двести триста тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов ' +
    'триллион триллиона триллионов половина половины треть трети четверть четверти вдвое втрое процент процента ' +
    'процентов'
  ).split(' '),
)

/** "plus" and "personne" say the opposite as often as not, and are left out. */
const NEGATIONS = new Set(
  (
    'not no never none nor neither nobody nothing nowhere without cannot hardly barely scarcely ' +
    'nicht nichts kein keine keinen keiner keinem keines nie niemals niemand nirgends weder ohne kaum ' +
    "ne pas jamais aucun aucune ni rien sans guère n' " +
    'nunca jamás nadie nada ningún ninguno ninguna tampoco sin ' +
    'не нет ни никогда никто никого ничего ничто нигде без нельзя невозможно'
  ).split(' '),
)

/** Words that a prefix negates: "unlikely", "unwahrscheinlich", "impossible", "невероятно". */
const NEGATING = /^(un|in|im|il|ir|dis|des|non-?|mis|не)(?=\p{L}{3})/u

const plain = (word: string) => fold(word).text.toLowerCase()

export const isNumber = (word: string): boolean =>
  /[\p{Nd}\p{No}\p{Nl}%‰]/u.test(word) || NUMBER_WORDS.has(plain(word))

export const isNegation = (word: string): boolean => {
  const w = plain(word)
  return NEGATIONS.has(w) || w.endsWith("n't") || w.startsWith("n'")
}

/** Whether one of `these` is the negation of one of `those`: "unlikely" of "likely". */
const negatesOne = (these: ReadonlySet<string>, those: ReadonlySet<string>) =>
  [...these].some((word) => NEGATING.test(word) && those.has(word.replace(NEGATING, '')))

const pick = (text: string, wanted: (word: string) => boolean) => words(text).filter(wanted).map(plain)

const sameList = (a: string[], b: string[]) => a.length === b.length && a.every((word, i) => word === b[i])

/** Whether the numbers of two versions differ, in themselves or in their order. */
export const numbersDiffer = (before: string, after: string): boolean =>
  !sameList(pick(before, isNumber), pick(after, isNumber))

const isWord = (word: string) => /\p{L}/u.test(word)

/** Whether a negation came or went, as a word or as a prefix. */
export const polarityDiffers = (before: string, after: string): boolean => {
  if (pick(before, isNegation).length !== pick(after, isNegation).length) return true
  const a = new Set(pick(before, isWord))
  const b = new Set(pick(after, isWord))
  const gone = new Set([...a].filter((word) => !b.has(word)))
  const come = new Set([...b].filter((word) => !a.has(word)))
  return negatesOne(gone, come) || negatesOne(come, gone)
}

/**
 * Letters of other alphabets in plain Latin ones, lower case, so that a name is found and a key is made however it was
 * written: "Путин" is "putin", "Müller" is "muller". Cyrillic as ISO 9 without marks (GOST 7.79 B, simplified), Greek as
 * ELOT 743. What it does not know stands as it is.
 */
const LETTERS: Record<string, string> = Object.fromEntries(
  (
    'а a б b в v г g ґ g д d е e ё e є ie ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ў u ф f ' +
    'х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya ђ dj ј j љ lj њ nj ћ c џ dz ' +
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ' +
    'ß ss æ ae œ oe ø o đ d ł l þ th ð d ı i'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, each, at, all) => {
      if (at % 2 === 0) pairs.push([each, all[at + 1] === '_' ? '' : all[at + 1]!])
      return pairs
    }, []),
)

export const inLatin = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/gu, (letter) => LETTERS[letter] ?? letter)

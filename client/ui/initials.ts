/** A name in one or two letters, for a round of colour that always has the name beside it or as its name. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap((w) =>
    w ? ([...w][0] ?? '') : '',
  )
  return letters.join('').toUpperCase() || '?'
}

/**
 * Whether the words for who says something name somebody, or only describe: "officials", "a person familiar with the
 * plan". Second-hand reporting rarely names. It is where the form begins; a person decides.
 */

const words = (list: string) => new Set(list.split(' '))

/** Begins a description, unless a name follows: "one official", but "One Nation". */
const OPENERS = words(
  'a an anonymous another any few five four many most multiple nobody one other others several some somebody someone ' +
    'three two unidentified unknown unnamed various',
)

/** People without names, wherever the word stands: "senior officials", "two Iranian sources". */
const PEOPLE = words(
  'adviser advisers aide aides analyst analysts critics diplomat diplomats economists employee employees expert experts ' +
    'insider insiders lawmakers observers officer officers official officials participants people person persons ' +
    'residents scientists source sources spokesman spokesperson spokeswoman staff staffers traders witness witnesses',
)

/** What comes behind says more about them: "people with knowledge of it", "Ana Lima, one of the experts". */
const MORE = /,|\s(?:about|at|briefed|close|familiar|for|from|in|involved|of|on|speaking|who|with)\s/

export const soundsNamed = (name: string): boolean => {
  const [first = '', ...rest] = `${name.trim()} `.split(MORE, 1)[0]!.trim().split(/\s+/)
  // A name goes on with a capital: "An Nguyen", "People First".
  const goesOnAsName = /^\p{Lu}/u.test(rest[0] ?? '')
  const opening = first.toLowerCase()
  if (!goesOnAsName && (OPENERS.has(opening) || PEOPLE.has(opening))) return false
  // "Officials" with a capital within is part of a name, as in "Chamber of Officials".
  return !rest.some((word) => PEOPLE.has(word)) && !PEOPLE.has(first)
}

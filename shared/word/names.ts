/** What a paragraph is for and how letters look, as a person says it. */

const KINDS: Record<string, string> = {
  plain: 'paragraph',
  quote: 'quotation',
  callout: 'box',
  code: 'code',
  caption: 'caption',
  cell: 'cell',
}

export const kindName = (kind: string): string => {
  const [name, number] = kind.split(' ')
  if (name === 'heading') return `heading ${number}`
  if (name === 'bullet') return 'list item'
  if (name === 'number') return 'numbered item'
  return KINDS[kind] ?? kind
}

const LOOKS: [letter: string, name: string][] = [
  ['b', 'bold'],
  ['i', 'italic'],
  ['s', 'struck through'],
  ['c', 'code'],
]

/** "bold", "not italic, link to …". */
export const lookName = (was: string, look: string): string => {
  const [letters, address] = splitLook(look)
  const [before, old] = splitLook(was)
  const said = LOOKS.flatMap(([letter, name]) =>
    letters.includes(letter) === before.includes(letter)
      ? []
      : [`${letters.includes(letter) ? '' : 'not '}${name}`],
  )
  if (address !== old) said.push(address ? `link to ${address}` : 'no link')
  return said.join(', ')
}

const splitLook = (look: string): [letters: string, address: string] => {
  const at = look.indexOf(' ')
  return at < 0 ? [look, ''] : [look.slice(0, at), look.slice(at + 1)]
}

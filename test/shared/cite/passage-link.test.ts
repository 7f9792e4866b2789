import { describe, expect, it } from 'vitest'
import { passageLink, placedLink } from '../../../shared/cite/passage-link.ts'

describe('a link to a passage', () => {
  it('escapes what has a meaning in a text fragment', () => {
    expect(passageLink('https://example.org/a', 'well-known, a & b')).toBe(
      'https://example.org/a#:~:text=well%2Dknown%2C%20a%20%26%20b',
    )
  })

  it('names a long passage, or one of several blocks, by its first and last words', () => {
    const words = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ')
    expect(passageLink('https://example.org/#top', words)).toBe(
      'https://example.org/#top:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39',
    )
    expect(
      passageLink('https://example.org', 'One two three four five\nsix seven eight nine ten eleven'),
    ).toContain('five,seven')
  })

  it('is none without an address or words', () => {
    expect(passageLink('javascript:alert(1)', 'x')).toBeNull()
    expect(passageLink(undefined, 'x')).toBeNull()
    expect(passageLink('https://example.org', ' ')).toBeNull()
    expect(passageLink('https://example.org', '\ud800')).toContain('%EF%BF%BD')
  })

  it('spans blocks by the edges of the first and the last one', () => {
    expect(passageLink('https://example.org', 'The fund\nIt is empty.')).toBe(
      'https://example.org#:~:text=The%20fund,It%20is%20empty.',
    )
  })
})

describe('a link to one place of a page', () => {
  const TEXT = [
    'The fund',
    'In spring the fund was closed, said the minister. In autumn the fund was closed, said the premier.',
    'It reopened.',
    'The harbour',
    'It reopened.',
    'Nothing is likely, or rather unlikely, of 3.5 and 3 billion; don’t ask.',
  ].join('\n')
  const link = (words: string, nth = 0, text = TEXT) => {
    let start = -1
    for (let n = 0; n <= nth; n++) start = text.indexOf(words, start + 1)
    return placedLink('https://example.org/a', text, { start, end: start + words.length })?.split('text=')[1]
  }

  it('is the plain one where the words stand once', () => {
    expect(link('said the minister')).toBe('said%20the%20minister')
  })

  it('has words before and after it where they stand more than once', () => {
    expect(link('the fund was closed')).toBe('In%20spring-,the%20fund%20was%20closed,-%2C%20said')
    expect(link('the fund was closed', 1)).toBe('In%20autumn-,the%20fund%20was%20closed,-%2C%20said')
  })

  it('looks beyond its block only where nothing in it tells the places apart', () => {
    expect(link('It reopened.')).toBe('the%20premier.-,It%20reopened.,-The%20harbour')
    expect(link('It reopened.', 1)).toBe('The%20harbour-,It%20reopened.,-Nothing%20is')
  })

  it('names whole words: a browser finds no others', () => {
    expect(link('likel')).toBe('likely')
    expect(link('likely', 1)).toBe('unlikely')
    expect(link('5 and')).toBe('3.5%20and')
    expect(link('don')).toBe('don%E2%80%99t')
  })

  it('tells a place in a table from its equals', () => {
    const table = 'Year\tSum\n2020\t83.3\n2021\t83.3'
    expect(link('83.3', 0, table)).toBe('2020-,83.3,-2021')
    expect(link('83.3', 1, table)).toBe('2021-,83.3')
  })

  it('tells long passages with equal edges apart', () => {
    const one = `The board of the fund met ${'and heard its auditors on each and every line of it '.repeat(3)}before it closed the books again.`
    const text = `First. ${one} Then. ${one} Last.`
    const second = link(one, 1, text)
    expect(second).toBe(
      'again.%20Then.-,The%20board%20of%20the%20fund,it%20closed%20the%20books%20again.,-Last.',
    )
  })

  it('ignores case and accents, as a browser does', () => {
    expect(link('Café', 0, 'The Café.\nA cafe of old.')).toBe('The-,Caf%C3%A9,-.')
  })
})

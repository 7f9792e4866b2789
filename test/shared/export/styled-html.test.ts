/** The exported page in the brief's own citation style. */
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { loadStyle } from '../../../shared/cite/styles.ts'
import { toHtml } from '../../../shared/export/html.ts'
import { writeAs } from '../../../shared/export/write.ts'
import { smallBrief } from '../../support/small-brief.ts'

const inStyle = (style: string) => smallBrief({ about: { ...smallBrief().about, style } })
const pageIn = async (style: string) => parseHTML(await writeAs('html', inStyle(style))).document

it('writes author and year into the line, and the list in the order of the style', async () => {
  const page = await pageIn('apa')
  const citations = [...page.querySelectorAll('a.cite')].map((link) => link.textContent)
  expect(citations[0]).toMatch(/^\(.*\d{4}.*\)$/)
  expect(page.querySelector('sup a.cite')).toBeNull()
  expect(page.querySelectorAll('.sources li').length).toBeGreaterThan(0)
})

it('numbers notes one by one in a note style and writes their text at the foot', async () => {
  const page = await pageIn('chicago-notes')
  expect([...page.querySelectorAll('main sup a.cite')].map((link) => link.textContent)).toEqual(
    [...page.querySelectorAll('main sup a.cite')].map((_, at) => String(at + 1)),
  )
  const notes = [...page.querySelectorAll('.styled-note')]
  expect(notes.length).toBeGreaterThan(1)
  for (const note of notes) expect(note.textContent!.trim()).toMatch(/\.$/)
})

it('keeps the house style where none is chosen, and where a style does not work', async () => {
  const house = await writeAs('html', smallBrief())
  expect(await writeAs('html', inStyle('one-of-a-later-version'))).toBe(house)
  const data = (await loadStyle({ style: 'apa', ownStyle: null, lang: 'en' }))!
  expect(toHtml(smallBrief(), {}, { ...data, csl: '<style/>' })).toBe(house)
})

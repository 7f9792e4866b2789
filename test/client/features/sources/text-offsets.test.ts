import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { offsetAt, placeOf, tidy } from '../../../../client/features/sources/text-offsets.ts'

/** Two paragraphs with a gap of two between them, the first cut by a mark: "Exports fell 🙂 twice." "No date." */
const text = 'Exports fell 🙂 twice.\n\nNo date.'
const page = () => {
  const { document } = parseHTML(
    '<html><body><div id="out">Header</div><div id="reader">' +
      '<p data-block="0"><span data-offset="0">Exports </span><mark data-offset="8">fell 🙂</mark><span data-offset="15"> twice.</span></p>' +
      '<p data-block="1"><span data-offset="24">No date.</span></p>' +
      '</div></body></html>',
  )
  const root = document.getElementById('reader')!
  const [first, second] = root.querySelectorAll('p')
  return { document, root, first: first!, second: second! }
}

describe('Places in the page and in the text', () => {
  it('counts a place in a text node from the offset of its stretch, in UTF-16 code units', () => {
    const { root, first } = page()
    const mark = first.querySelector('mark')!
    expect(offsetAt(root, mark.firstChild!, 5)).toBe(13)
    expect(text.slice(8, 15)).toBe('fell 🙂')
  })

  it('reads a place between elements as the start of what follows', () => {
    const { root, first, second } = page()
    expect(offsetAt(root, first, 1)).toBe(8)
    expect(offsetAt(root, second, 0)).toBe(24)
    expect(offsetAt(root, root, 1)).toBe(24)
  })

  it('reads a place in a stretch, but not in its text, as before or behind its words', () => {
    const { root, first } = page()
    const mark = first.querySelector('mark')!
    expect([offsetAt(root, mark, 0), offsetAt(root, mark, 1)]).toEqual([8, 15])
  })

  it('reads a place behind everything as the end of the text', () => {
    const { root, first, second } = page()
    expect(offsetAt(root, root, 2)).toBe(32)
    expect(offsetAt(root, second, 1)).toBe(32)
    expect(offsetAt(root, first, 3)).toBe(24)
  })

  it('knows no offset outside the reader', () => {
    const { document, root } = page()
    expect(offsetAt(root, document.getElementById('out')!.firstChild!, 2)).toBeNull()
  })

  it('finds every offset again, from either side of a seam', () => {
    const { root } = page()
    for (let offset = 0; offset <= text.length; offset++) {
      for (const side of ['start', 'end'] as const) {
        const place = placeOf(root, offset, side)
        if (place) expect(offsetAt(root, place.node, place.at)).toBe(offset)
      }
    }
    expect(placeOf(root, 8, 'end')?.node.textContent).toBe('Exports ')
    expect(placeOf(root, 8, 'start')?.node.textContent).toBe('fell 🙂')
    // Between two paragraphs there is nothing to stand in.
    expect(placeOf(root, 23, 'start')).toBeNull()
  })
})

describe('A marked passage', () => {
  it('leaves out the white space around it, and the gap behind a paragraph', () => {
    expect(tidy(text, 0, 24)).toEqual({ start: 0, end: 22 })
    expect(tidy(text, 7, 13)).toEqual({ start: 8, end: 12 })
  })

  it('may be marked backwards', () => {
    expect(tidy(text, 12, 8)).toEqual({ start: 8, end: 12 })
  })

  it('never holds half a character', () => {
    expect(tidy(text, 8, 14)).toEqual({ start: 8, end: 15 })
    expect(tidy(text, 14, 22)).toEqual({ start: 13, end: 22 })
  })

  it('is none when there are no words in it', () => {
    expect(tidy(text, 22, 24)).toBeNull()
    expect(tidy(text, 5, 5)).toBeNull()
  })
})

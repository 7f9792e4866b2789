import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { ingestHere } from '../../support/ingest-here.ts'
import { plainText } from '../../../shared/capture/plain-text.ts'

const LONG =
  'Exports fell by a third in the first half of the year, two officials said, while the port stayed closed. '
    .repeat(2)
    .trim()
const blocks = (text: string) => {
  const read = plainText(text)
  return read.blocks.map((block) => [block.kind, read.text.slice(block.start, block.end)])
}

describe('A plain text', () => {
  it('has its blocks at blank lines', () => {
    expect(blocks('One sentence.\n\n\n Another one.\n')).toEqual([
      ['paragraph', 'One sentence.'],
      ['paragraph', 'Another one.'],
    ])
    expect(plainText('One sentence.\n\n\n Another one.\n').text).toBe('One sentence.\n\nAnother one.')
  })

  it('has a block a line where there are no blank lines', () => {
    expect(blocks('One sentence.\nAnother one.\n')).toEqual([
      ['paragraph', 'One sentence.'],
      ['paragraph', 'Another one.'],
    ])
  })

  it('has its headings in short lines without a full stop before long blocks', () => {
    expect(blocks(`Port reopens\n\n${LONG}\n\nWhat is next\n\n${LONG}\n\nSorve, Monday`)).toEqual([
      ['heading', 'Port reopens'],
      ['paragraph', LONG],
      ['heading', 'What is next'],
      ['paragraph', LONG],
      ['paragraph', 'Sorve, Monday'],
    ])
    expect(plainText(`Port reopens\n\n${LONG}`).guess).toEqual({ title: 'Port reopens' })
  })

  it('takes no item of a list and no short sentence for a heading', () => {
    expect(blocks(`- cranes\n\n${LONG}`)[0]![0]).toBe('paragraph')
    expect(blocks(`He said no.\n\n${LONG}`)[0]![0]).toBe('paragraph')
    expect(blocks('one\n\ntwo\n\nthree').map(([kind]) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  it('joins lines that a program broke, and leaves those that a person broke', () => {
    const wrapped =
      'Exports fell by a third in the first half of the year, two\nofficials said, while the port of the capital stayed closed\nand nobody was named.\n\nNext.'
    expect(blocks(wrapped)[0]![1]).not.toContain('\n')
    expect(blocks('12 Harbour Street\nSorve\nKestria\n\nNext.')[0]![1]).toBe(
      '12 Harbour Street\nSorve\nKestria',
    )
  })

  it('of an article that was pasted has its paragraphs and its eight headings', async () => {
    const { capture } = await ingestHere({
      bytes: await readFile('test/fixtures/articles/council.txt'),
      filename: 'council.txt',
    })
    expect(capture.blocks.filter((block) => block.kind === 'heading').length).toBeGreaterThanOrEqual(8)
    for (const { start, end } of capture.blocks)
      expect(capture.text.slice(start, end).trim()).toHaveLength(end - start)
  })
})

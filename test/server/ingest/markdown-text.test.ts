import { describe, expect, it } from 'vitest'
import { markdownText } from '../../../server/ingest/markdown-text.ts'

const blocks = (text: string) => {
  const read = markdownText(text)
  return read.blocks.map((block) => [
    block.level ? `${block.kind} ${block.level}` : block.kind,
    read.text.slice(block.start, block.end),
  ])
}

describe('A Markdown text', () => {
  it('is read without its marks', () => {
    expect(
      blocks(
        '# Port *reopens*\n\nExports **fell** by a [third](https://harbour.example),\ntwo `officials` said.\n\n> Rationing.\n\n- cranes\n- tugs\n\n```\ncode\n```\n',
      ),
    ).toEqual([
      ['heading 1', 'Port reopens'],
      ['paragraph', 'Exports fell by a third, two officials said.'],
      ['quote', 'Rationing.'],
      ['list-item', 'cranes'],
      ['list-item', 'tugs'],
      ['code', 'code'],
    ])
  })

  it('has the cells of a row in one block', () => {
    expect(blocks('| Year | Exports |\n| --- | ---: |\n| 2024 | 79.9 |\n')).toEqual([
      ['row', 'Year | Exports'],
      ['row', '2024 | 79.9'],
    ])
  })

  it('finds links that are defined elsewhere, and leaves brackets that are none', () => {
    expect(blocks('Exports [fell][1] [sic] by a third.\n\nMore.\n\n[1]: https://harbour.example')).toEqual([
      ['paragraph', 'Exports fell [sic] by a third.'],
      ['paragraph', 'More.'],
    ])
  })

  it('keeps blank lines in fenced code, and the rest of an item as words', () => {
    expect(blocks('```\na\n\n# b\n```\n\n- one\n\n  *more* of it\n')).toEqual([
      ['code', 'a\n\n# b'],
      ['list-item', 'one'],
      ['paragraph', 'more of it'],
    ])
  })

  it('never reads mark-up as words', () => {
    const { text } = markdownText('<script>steal()</script>\n\nExports <b onclick="steal()">fell</b>.')
    expect(text).toBe('Exports fell.')
  })

  it('takes its title from its front matter or its first heading', () => {
    expect(markdownText('---\ntitle: "Port: reopened"\ndate: 2024-01-01\n---\n\n# Another\n').guess).toEqual({
      title: 'Port: reopened',
    })
    expect(markdownText('Words.\n\n# The title\n').guess).toEqual({ title: 'The title' })
  })
})

import { Fragment } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { largestTable } from '../../../../../client/features/editor/paste-table.ts'
import { pictureFromData } from '../../../../../client/features/editor/paste/pasted-pictures.ts'
import { parserDepth, wordsOnly } from '../../../../../client/features/editor/paste/parser-guard.ts'
import { withoutMarks } from '../../../../../client/features/editor/paste/picture-marks.ts'
import { picturesOfRtf } from '../../../../../client/features/editor/paste/rtf-pictures.ts'
import { TEXT_DEPTH } from '../../../../../shared/editor/depth.ts'
import { fixture, pasted } from './pasting.ts'

const depthOf = ({ doc }: ReturnType<typeof pasted>) => {
  let deepest = 0
  doc.descendants((_, pos) => {
    deepest = Math.max(deepest, doc.resolve(pos).depth)
  })
  return deepest
}

describe('A hostile page on the clipboard', () => {
  it.each([
    ['a script', '<p>Words</p><script>alert(1)</script>'],
    ['a handler', '<p onclick="alert(1)">Words</p>'],
    ['a script’s address', '<p><a href="javascript:alert(1)">Words</a></p>'],
    ['one that is spelled oddly', '<p><a href=" java\tscript:alert(1)">Words</a></p>'],
    ['one of data', '<p><a href="data:text/html,<script>alert(1)</script>">Words</a></p>'],
    ['a frame', '<p>Words</p><iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['a drawing that runs', '<p>Words</p><svg onload="alert(1)"><a href="javascript:alert(1)">x</a></svg>'],
    [
      'a style sheet',
      '<style>@import "https://evil.example/x.css"</style><p style="background:url(https://evil.example/x)">Words</p>',
    ],
    ['a picture elsewhere', '<p>Words<img src="https://evil.example/x.png" onerror="alert(1)"></p>'],
    ['a form', '<form action="https://evil.example"><p>Words</p><input name="password" autofocus></form>'],
    ['a far too long address', `<p><a href="https://example.org/${'x'.repeat(70_000)}">Words</a></p>`],
    ['words that show nowhere', '<p>Words</p><p hidden>Hidden</p><div style="display:none">Hidden</div>'],
  ])('leaves nothing of %s but the words', (_, html) => {
    const { lines, doc } = pasted(html)
    expect(lines).toEqual(['Words'])
    expect(JSON.stringify(doc.toJSON())).not.toMatch(/alert|evil|script/i)
  })

  it('is made flat where it is nested ten thousand deep, and keeps its words', () => {
    for (const [open, close] of [
      ['<div>', '</div>'],
      ['<blockquote>', '</blockquote>'],
      ['<ul><li>', '</li></ul>'],
      ['<span style="font-weight:700">', '</span>'],
      ['<table><tr><td>', '</td></tr></table>'],
    ] as const) {
      const read = pasted(`${open.repeat(10_000)}Words${close.repeat(10_000)}`)
      expect(read.lines.join('')).toContain('Words')
      expect(depthOf(read)).toBeLessThan(TEXT_DEPTH)
    }
    expect(pasted(`${'<blockquote>'.repeat(100)}Words`).left).toBe('Left out: 60 levels of nesting too many.')
  })

  it('is read as its words alone where a parser would never end', () => {
    const html = `${'<div a="<">'.repeat(10_000)}Words & more<script>alert(1)</script>`
    expect(parserDepth(html)).toBeGreaterThan(7_000)
    expect(pasted(wordsOnly(html)).lines.filter((line) => line.includes('Words'))).toEqual(['Words & more'])
    for (const name of ['word.html', 'google-docs.html', 'web-page.html', 'excel.html'])
      expect(parserDepth(fixture(name).repeat(40))).toBe(0)
  })

  it('has no attribute that the server would refuse', () => {
    const { doc } = pasted(
      `<p data-id="${'x'.repeat(70_000)}">Words</p><ol start="1e9"><li>One</li></ol><table><tr><td colspan="99999999">a</td><td rowspan="-3">b</td></tr></table>`,
    )
    expect(JSON.stringify(doc.toJSON()).length).toBeLessThan(2000)
  })

  it('is refused a table that only claims to be large', () => {
    const table = (cell: string) =>
      pasted(`<table><tr>${cell.repeat(20)}</tr><tr>${cell}</tr></table>`).doc.content
    expect(largestTable(Fragment.from(table('<td>a</td>')))).toBe(40)
    expect(largestTable(Fragment.from(table('<td colspan="1000">a</td>')))).toBe(40_000)
  })

  it('brings no picture that is none, and no sign that is taken for one', () => {
    expect(pictureFromData('data:image/svg+xml;base64,PHN2Zz4=')).toBeNull()
    expect(pictureFromData('data:text/html;base64,PHN2Zz4=')).toBeNull()
    expect(pictureFromData('data:image/png;base64,%%%')).toBeNull()
    expect(pasted('<p>Words</p><img src="data:image/svg+xml,<svg onload=alert(1)>">').left).toBe(
      'Left out: 1 picture that could not be read.',
    )
    expect(withoutMarks('a\uE0F00\uE0F1b')).toBe('a0b')
    expect(picturesOfRtf(`${'{\\pict\\pngblip '.repeat(20_000)}zz}`)).toEqual([])
  })

  it('cannot make notes of everything', () => {
    const marks = Array.from(
      { length: 300 },
      (_, i) => `<p id="a${i}"><a href="#b${i}">1</a></p><p id="b${i}"><a href="#a${i}">1</a> Note</p>`,
    )
    expect(pasted(marks.join('')).notes.length).toBe(300)
    // A mark within its own note, and two that call each other.
    expect(pasted('<p id="x">Words <a href="#x">1</a></p>').lines).toEqual(['Words 1'])
  })
})

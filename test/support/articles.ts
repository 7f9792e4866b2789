/** One article in the four shapes that it reaches a desk in: page, Word document, PDF and plain text. Made by chance from a seed. */
import { NAMES, paragraphOf, sentence } from './prose.ts'
import type { Random } from './random.ts'
import { tinyDocx, wordParagraph } from './tiny-zip.ts'
import { tinyPdf, type Words } from './tiny-pdf.ts'

type Block =
  { kind: 'heading' | 'paragraph' | 'quote' | 'item'; text: string } | { kind: 'table'; rows: string[][] }
export type Article = { title: string; by: string; blocks: Block[] }

/** Some 1,500 words. */
export const article = (r: Random): Article => {
  const title = `What became of ${r.pick(['the harbour works', 'the river levy', 'the grain reserve', 'the night trains', 'the school roofs'])} in ${1990 + r.below(35)}`
  const blocks: Block[] = []
  for (let part = 0; part < 5; part++) {
    blocks.push({ kind: 'heading', text: `${part + 1}. ${sentence(r).split(' ').slice(0, 5).join(' ')}` })
    for (let n = 0; n < 4; n++) blocks.push({ kind: 'paragraph', text: paragraphOf(r) })
    if (part === 1) blocks.push({ kind: 'quote', text: paragraphOf(r) })
    if (part === 2)
      for (let n = 0; n < 3; n++) blocks.push({ kind: 'item', text: `${sentence(r)} ${sentence(r)}` })
    if (part === 3) {
      const row = (year: number) => [String(year), `${r.below(900) + 100}.${r.below(9)}`, `${r.below(90)} %`]
      blocks.push({ kind: 'table', rows: [['Year', 'Tonnes', 'Share'], row(2021), row(2022), row(2023)] })
    }
  }
  return { title, by: r.pick(NAMES), blocks }
}

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** With what stands around an article on a site. */
export const asHtml = ({ title, by, blocks }: Article): string => {
  const tags = { heading: 'h2', paragraph: 'p', quote: 'blockquote', item: 'li' } as const
  const html = blocks.map((block) => {
    if (block.kind !== 'table') return `<${tags[block.kind]}>${plain(block.text)}</${tags[block.kind]}>`
    const rows = block.rows.map((row, i) => row.map((cell) => (i ? `<td>${cell}</td>` : `<th>${cell}</th>`)))
    return `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`
  })
  const body = html.join('\n').replace(/(?:<li>.*<\/li>\n?)+/g, (items) => `<ul>${items}</ul>`)
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="author" content="${by}"></head>` +
    `<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${title}</h1>${body}</article>` +
    '<aside><a href="/a">Most read today</a></aside><footer>All rights reserved</footer><script>track()</script></body></html>'
  )
}

export const asText = ({ title, blocks }: Article): string =>
  [
    title,
    ...blocks.map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.join('\t')).join('\n')
        : wrapped(`${block.kind === 'item' ? '- ' : ''}${block.text}`, 78).join('\n'),
    ),
  ].join('\n\n')

export const asDocx = ({ title, blocks }: Article): Buffer => {
  const cell = (text: string) => `<w:tc>${wordParagraph(plain(text))}</w:tc>`
  const styles = { heading: 'Heading2', paragraph: '', quote: 'Quote', item: 'ListParagraph' } as const
  return tinyDocx(
    [
      wordParagraph(plain(title), 'Heading1'),
      ...blocks.map((block) =>
        block.kind === 'table'
          ? `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
          : // Word cuts its text into runs wherever somebody edited it.
            wordParagraph(plain(block.text), styles[block.kind]).replace(
              / (?=\w+ \w+[.,])/,
              '</w:t></w:r><w:r><w:t xml:space="preserve"> ',
            ),
      ),
    ].join(''),
  )
}

/** Narrow lines with words parted at their ends, running heads and page numbers. */
export const asPdf = (whole: Article): Buffer => {
  const lines: (Words & { height: number })[] = [{ text: whole.title, y: 0, size: 18, height: 40 }]
  for (const block of whole.blocks) {
    if (block.kind === 'table')
      for (const row of block.rows)
        row.forEach((text, i) =>
          lines.push({ text, y: 0, x: 72 + 140 * i, height: i === row.length - 1 ? 16 : 0 }),
        )
    else {
      const size = block.kind === 'heading' ? 14 : 11
      const x = block.kind === 'item' || block.kind === 'quote' ? 96 : 72
      const parts = wrapped(`${block.kind === 'item' ? '• ' : ''}${block.text}`, 74, true)
      parts.forEach((text, i) =>
        lines.push({ text, y: 0, x, size, height: i === parts.length - 1 ? 26 : 13 }),
      )
    }
  }
  const pages: Words[][] = []
  let y = 0
  for (const { height, ...line } of lines) {
    if (y < 90) {
      const number = pages.length + 1
      pages.push([
        { text: whole.title, y: 800, size: 9 },
        { text: String(number), y: 40, x: 290, size: 9 },
      ])
      y = 760
    }
    pages.at(-1)!.push({ ...line, y })
    y -= height
  }
  return tinyPdf(pages)
}

const wrapped = (text: string, width: number, parted = false): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      const parts = parted && /^[a-z]{8,}$/.test(word) && line.length + 6 < width
      lines.push(parts ? `${line} ${word.slice(0, 4)}-` : line)
      line = parts ? word.slice(4) : word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}

/** A paste without a screen: a page as it stands on the clipboard, as the lines of the brief that it becomes. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DOMParser as PageParser, Slice } from '@tiptap/pm/model'
import { DOMParser } from 'linkedom'
import type { BodyNode } from '../../../../../shared/brief/body.ts'
import { schema } from '../../../../../shared/editor/schema.ts'
import { leftOutSentence } from '../../../../../client/features/editor/paste/left-out.ts'
import { pastedHtml } from '../../../../../client/features/editor/paste/pasted-html.ts'
import { throughEdge } from '../../../../../client/features/editor/paste/schema-edge.ts'
import type { PastedPicture } from '../../../../../client/features/editor/paste/pasted-pictures.ts'

export const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../fixtures/paste/${name}`, import.meta.url)), 'utf8')

/** linkedom's document is a browser's in all that is used here. */
const pageOf = (html: string): HTMLElement => {
  const whole = /<body/i.test(html) ? html : `<html><body>${html}</body></html>`
  return new DOMParser().parseFromString(whole, 'text/html').body as unknown as HTMLElement
}

export const pasted = (html: string, fromFile: readonly Omit<PastedPicture, 'alt'>[] = []) => {
  let made = 0
  const read = pastedHtml(pageOf(html), schema, { newId: () => `n${++made}`, fromFile })
  const page = pageOf(read.html)
  const carried = page.querySelector('[data-vouch-evidence]')?.getAttribute('data-vouch-evidence')
  const body = throughEdge(new Slice(PageParser.fromSchema(schema).parse(page).content, 0, 0)).content
  const doc = schema.topNodeType.create(null, body)
  doc.check()
  return {
    lines: linesOf(doc.toJSON() as BodyNode),
    notes: ((JSON.parse(carried ?? '{"footnotes":[]}') as Carried).footnotes ?? []).map(({ text }) =>
      text.flatMap((node) => linesOf({ type: 'doc', content: [node] })),
    ),
    pictures: read.pictures,
    left: leftOutSentence(read.left),
    html: read.html,
    doc,
  }
}

type Carried = { footnotes: { text: BodyNode[] }[] }

const SIGNS: Record<string, string> = { bold: '**', italic: '_', strike: '~~', code: '`' }

const words = (node: BodyNode): string => {
  if (node.type === 'footnote') return `[^${String(node.attrs?.id)}]`
  if (node.type === 'hardBreak') return '⏎'
  if (node.text === undefined) return (node.content ?? []).map(words).join('')
  return (node.marks ?? []).reduce((text, { type, attrs }) => {
    if (type === 'link') return `[${text}](${String(attrs?.href)})`
    return `${SIGNS[type] ?? ''}${text}${SIGNS[type] ?? ''}`
  }, node.text)
}

const cellOf = ({ type, attrs, content }: BodyNode): string => {
  const spans = ['colspan', 'rowspan'].flatMap((name) =>
    Number(attrs?.[name] ?? 1) > 1 ? [`${name[0]}${String(attrs![name])}`] : [],
  )
  const text = (content ?? []).map(words).join(' / ')
  return [type === 'tableHeader' ? `${text}!` : text, ...spans].join(' ')
}

/** A body as a page of lines, each with the sign of what it is. */
export const linesOf = (node: BodyNode, indent = ''): string[] => {
  const { type, attrs, content = [] } = node
  const within = (more: string, children = content) =>
    children.flatMap((child) => linesOf(child, indent + more))
  switch (type) {
    case 'doc':
      return within('')
    case 'paragraph':
      return [`${indent}${attrs?.dir ? `(${String(attrs.dir)}) ` : ''}${words(node)}`]
    case 'heading':
      return [`${indent}${'#'.repeat(Number(attrs?.level))} ${words(node)}`]
    case 'codeBlock':
      return [`${indent}\`\`\`${String(attrs?.language ?? '')} ${words(node).replaceAll('\n', '⏎')}`]
    case 'blockquote':
      return within('> ')
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return content.flatMap((item, i) => {
        const sign =
          type === 'bulletList'
            ? '-'
            : type === 'orderedList'
              ? `${Number(attrs?.start ?? 1) + i}.`
              : `[${item.attrs?.checked ? 'x' : ' '}]`
        const [first = '', ...rest] = (item.content ?? []).flatMap((child) => linesOf(child))
        return [`${indent}${sign} ${first}`, ...rest.map((line) => `${indent}  ${line}`)]
      })
    case 'table':
      return content.map((row) => `${indent}| ${(row.content ?? []).map(cellOf).join(' | ')}`)
    case 'figure':
      return within('  ')
    case 'caption':
      return [`${indent}caption: ${words(node)}`]
    default:
      return [`${indent}<${type}>`]
  }
}

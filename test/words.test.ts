/**
 * Holds the client to its catalogue: what a person reads stands in client/words, so that another language is a file.
 * docs/how-to/add-a-language.md
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const filesBelow = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
        .sort()
    : []

const held = filesBelow('client').filter((file) => !file.startsWith('client/words/'))

/** Props of elements, and properties of messages and options, that a person reads. */
const READ = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'description',
  'hint',
  'aria-label',
  'aria-description',
  'action',
  'doing',
  'means',
  'detail',
])
/** Functions whose text a person reads or hears. */
const SAID = new Set(['toast', 'toastWhile', 'announce', 'copyText'])
/** Names are the same in every language. */
const NAMES = new Set(['Vouch', 'PDF', 'Word', 'Markdown', 'BibTeX', 'RIS', 'HTML', 'Alt'])

type Node = { type: string; start: number; end: number } & Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

/** One small word by itself, in a property, is a name of the program's: `{ label: 'page' }` of a locator. */
const isWords = (text: string, isName: boolean) =>
  /\p{L}{2}/u.test(text) && !NAMES.has(text.trim()) && !(isName && /^[a-z-]+$/.test(text))

/** The English in the place of a value: a string, or the fixed part of a template, also behind a condition. */
const spelled = (node: Node): string[] => {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'TemplateLiteral')
    return [(node.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join('…')]
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].filter(isNode).flatMap(spelled)
  if (node.type === 'LogicalExpression') return [node.left, node.right].filter(isNode).flatMap(spelled)
  if (node.type === 'JSXExpressionContainer') return [node.expression].filter(isNode).flatMap(spelled)
  return []
}

const nameOf = (node: unknown): string =>
  isNode(node)
    ? String(node.name && isNode(node.name) ? nameOf(node.name) : (node.name ?? node.value ?? ''))
    : ''

/** What a person would read of one file, and another language could not replace. */
const writtenIn = (file: string, text: string): string[] => {
  const found: string[] = []
  const visit = (node: Node): void => {
    const words =
      node.type === 'JSXText'
        ? [String(node.value)]
        : node.type === 'JSXElement' || node.type === 'JSXFragment'
          ? (node.children as Node[])
              .filter((child) => child.type === 'JSXExpressionContainer')
              .flatMap(spelled)
          : node.type === 'JSXAttribute' && READ.has(nameOf(node)) && isNode(node.value)
            ? spelled(node.value)
            : node.type === 'Property' && READ.has(nameOf(node.key)) && isNode(node.value)
              ? spelled(node.value)
              : node.type === 'CallExpression' && SAID.has(nameOf(node.callee))
                ? (node.arguments as Node[]).flatMap(spelled)
                : []
    for (const word of words.filter((one) => isWords(one, node.type === 'Property'))) {
      const line = text.slice(0, node.start).split('\n').length
      found.push(`${file}:${line} ${word.trim().replace(/\s+/g, ' ')}`)
    }
    childrenOf(node).forEach(visit)
  }
  visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node)
  return found
}

describe('The words of the client', () => {
  it('stand in the catalogue, and in no component', () => {
    expect(held.flatMap((file) => writtenIn(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
  })

  it('finds a sentence that stands in a component', () => {
    const component = `const Say = ({ many, name }) => (
      <p title="Two words" aria-label={many ? \`Many for \${name}\` : say.one} className="not these">
        Some text {many && 'and more'} {say.end} Vouch
        <button onClick={() => toast({ title: 'It is done.' })}>{name}</button>
      </p>
    )`
    expect(writtenIn('say.tsx', component).map((one) => one.replace(/^say\.tsx:/, ''))).toEqual([
      '2 and more',
      '2 Two words',
      '2 Many for …',
      '2 Some text',
      '4 It is done.',
    ])
  })

  it('are all known to a translation, under the name by which their room asks for them', () => {
    const rooms = filesBelow('client/words/en').filter((file) => !file.endsWith('/counted.ts'))
    const known = readFileSync(join(root, 'client/words/translation.ts'), 'utf8')
    for (const file of rooms) {
      const name = basename(file, '.ts')
      expect(readFileSync(join(root, file), 'utf8'), file).toContain(`spoken('${name}',`)
      expect(known).toContain(`from './en/${name}.ts'`)
      expect(known).toMatch(new RegExp(`\\n  '?${name}'?: typeof `))
    }
  })
})

/** Random bodies for property tests: any document the schema takes, tame or hostile. */
import * as fc from 'fast-check'
import type { BodyMark, BodyNode } from '../../shared/brief/body.ts'

/** What breaks a reader of Markdown, of pandoc's Markdown, of YAML or of HTML. */
const HOSTILE = [
  '* ** _ __ ` `` ~ ~~ # > - + 1. 2) (1) a. II. #. iv) [ ] ]( ![ [^ [^c1] [@x] @x [x] [ ] […] [sic] [t]he ( ) { } |',
  '< > <br> <!-- --> </span> <b> <script> &amp; & &#x20; &lt; $ $5 ^ ^2^ --- -- === ... : ::: Table: % !',
  '" \' “ ” ’ — https://a.b/c_d~e a@b.cd www.x.yz snake_case {=html} vouch:ties Sources 10.5 __proto__ \\ 😀 é 経済 ש',
]
  .flatMap((some) => some.split(' '))
  .concat([
    '# ',
    '> ',
    '- ',
    '+ ',
    '1. ',
    '[ ] ',
    ': ',
    '$5 and $6',
    '<span data-excerpt="x1">',
    '— [@x]',
    'cite c1',
  ])
  .concat(Array.from(' \t\n\u00a0\u200b\u00ad\u2028\u0301\ud800\u0000\u0007\ufeff'))
const PLAIN = 'The fund rose to 83.3 billion in 2020. Officials said so, twice e.g. it is not likely'.split(
  ' ',
)

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
)
export const words = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '')), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.map(([text, space]) => text + space).join(''))
  .filter((text) => text !== '')

const tame = fc.array(fc.constantFrom(...PLAIN), { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
export const line = fc.oneof({ weight: 2, arbitrary: tame }, { weight: 1, arbitrary: words })
export const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 })

const CITATIONS = ['c1', 'c2', 'c3', 'c4', 'gone1', 'C1']
export const FOOTNOTES = ['n1', 'n2', 'n3']
export const EXCERPTS = ['x1', 'x2', 'x3', 'missing']
export const SOURCES = ['s1', 's2', 's3', 'missing']

const href = fc.constantFrom(
  'https://example.org',
  'https://example.org/a_b(c)?d=e&amp;f#g|h',
  'https://example.org/a b',
  'mailto:ana@example.org',
  'http://example.org/*x*`y`<z>',
)
const bold: BodyMark = { type: 'bold' }
const marks = fc.oneof(
  { weight: 8, arbitrary: fc.constant<BodyMark[]>([]) },
  { weight: 1, arbitrary: fc.constant<BodyMark[]>([{ type: 'code' }]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.subarray<BodyMark>([bold, { type: 'italic' }, { type: 'strike' }]),
        orNull(fc.record({ href, title: orNull(words) })),
        fc.option(orNull(fc.constantFrom(...EXCERPTS)), { nil: undefined, freq: 3 }),
      )
      .map(([emphasis, link, excerptId]): BodyMark[] => [
        ...emphasis,
        ...(link ? [{ type: 'link', attrs: { ...link, target: '_blank' } }] : []),
        ...(excerptId === undefined ? [] : [{ type: 'quoted', attrs: { excerpt: excerptId } }]),
      ]),
  },
)
const marked = (node: fc.Arbitrary<BodyNode>) =>
  fc.tuple(node, marks).map(([n, m]): BodyNode => (m.length ? { ...n, marks: m } : n))

const inline = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: marked(words.map((text): BodyNode => ({ type: 'text', text }))) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tame, fc.constantFrom(' ', ''))
        .map(([text, s]): BodyNode => ({ type: 'text', text: text + s })),
    },
    {
      weight: 2,
      arbitrary: marked(
        fc.constantFrom(...CITATIONS).map((id): BodyNode => ({ type: 'citation', attrs: { id } })),
      ),
    },
    { weight: 1, arbitrary: marked(fc.constant<BodyNode>({ type: 'hardBreak' })) },
    {
      weight: 1,
      arbitrary: marked(
        fc.constantFrom(...FOOTNOTES, 'lost1', 'c1').map((noteId): BodyNode => ({
          type: 'footnote',
          attrs: { id: noteId },
        })),
      ),
    },
  ),
  { maxLength: 6 },
)

const withContent = (node: BodyNode, content: BodyNode[]): BodyNode =>
  content.length ? { ...node, content } : node
const some = <T extends object>(attrs: T): { attrs?: T } =>
  Object.values(attrs).some((v) => v !== null) ? { attrs } : {}

const id = fc.option(fc.constantFrom('b1', 'b2'), { nil: null, freq: 4 })
const dir = fc.option(fc.constantFrom('rtl', 'ltr', 'odd value'), { nil: null, freq: 9 })
const claim = fc.option(fc.constantFrom('fact', 'judgment', 'a--b'), { nil: null, freq: 9 })
const paragraph = fc
  .tuple(fc.record({ id, dir, claim }), inline)
  .map(([attrs, content]): BodyNode => withContent({ type: 'paragraph', ...some(attrs) }, content))
const heading = fc
  .tuple(fc.record({ id, dir, level: fc.integer({ min: 1, max: 6 }) }), inline)
  .map(([attrs, content]): BodyNode => withContent({ type: 'heading', attrs }, content))
const code = fc
  .tuple(
    orNull(fc.constantFrom('js', 'c++', '{=html}', 'a b', '```')),
    fc.oneof(
      fc.constant(''),
      words,
      fc.constantFrom('a\n\nb', '\n', 'x\n', '```\n~~~', '    x', '<!-- vouch:ties 1\n-->'),
    ),
  )
  .map(([language, text]): BodyNode =>
    withContent({ type: 'codeBlock', ...some({ language }) }, text ? [{ type: 'text', text }] : []),
  )
const quotation = fc
  .tuple(
    orNull(fc.constantFrom(...EXCERPTS)),
    fc.array(paragraph, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([excerptId, content, cited]): BodyNode => {
    const last = content.at(-1)!
    const end: BodyNode = { type: 'citation', attrs: { id: 'c1' } }
    const all = cited
      ? [...content.slice(0, -1), { ...last, content: [...(last.content ?? []), end] }]
      : content
    return { type: 'quotation', ...some({ excerpt: excerptId }), content: all }
  })
const cell = (type: string, align: string | null) =>
  fc
    .tuple(
      fc.record({
        colspan: fc.constantFrom(1, 1, 1, 1, 1, 2),
        rowspan: fc.constantFrom(1, 1, 1, 1, 1, 3),
        colwidth: fc.constantFrom(null, null, null, null, [120]),
      }),
      fc.array(paragraph, { minLength: 1, maxLength: 2 }),
    )
    .map(([attrs, content]): BodyNode => ({ type, attrs: { ...attrs, align }, content }))
const table = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom('head', 'none', 'both', 'mixed'),
    orNull(fc.constantFrom('left', 'center', 'right')),
  )
  .chain(([width, height, kind, align]) =>
    fc
      .tuple(
        ...Array.from({ length: height }, (_, r) =>
          fc.tuple(
            ...Array.from({ length: width }, (__, c) =>
              cell(
                (kind !== 'none' && r === 0) || (kind === 'both' && c === 0) || (kind === 'mixed' && r === c)
                  ? 'tableHeader'
                  : 'tableCell',
                align,
              ),
            ),
          ),
        ),
      )
      .map((rows): BodyNode => ({
        type: 'table',
        content: rows.map((cells) => withContent({ type: 'tableRow' }, [...cells])),
      })),
  )

const caption = inline.map((content): BodyNode => withContent({ type: 'caption' }, content))
const side = orNull(fc.constantFrom(1, 640, 65_535))
const picture = fc
  .record({
    sha256: orNull(fc.constantFrom('ab'.repeat(32), '0'.repeat(64))),
    alt: orNull(fc.oneof(line, words)),
    width: side,
    height: side,
    waiting: orNull(fc.constantFrom('w1', 'w2')),
    from: orNull(words),
  })
  .map((attrs): BodyNode => ({ type: 'picture', ...some(attrs) }))
const figure = fc
  .tuple(
    fc.oneof(
      picture,
      table.filter(({ content }) => content !== undefined),
    ),
    caption,
  )
  .map((content): BodyNode => ({ type: 'figure', content }))
const kept = fc
  .tuple(
    fc.constantFrom('chart', 'a b', 'map--x'),
    fc.array(
      words.map((text): BodyNode => ({ type: 'axis', content: [{ type: 'text', text }] })),
      { maxLength: 2 },
    ),
  )
  .map(([name, content]): BodyNode => ({
    type: 'unknown',
    attrs: { name, data: JSON.stringify(withContent({ type: name, attrs: { bars: 3 } }, content)) },
  }))

const { block } = fc.letrec<{ block: BodyNode; item: BodyNode; list: BodyNode }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2, depthIdentifier: 'nesting' }))
    .map(([first, rest]): BodyNode => ({ type: 'listItem', content: [first, ...rest] })),
  list: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'nesting', maxDepth: 4 },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('item'), { minLength: 1, maxLength: 3, depthIdentifier: 'nesting' })
        .map((content): BodyNode => ({ type: 'bulletList', content })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.record({
            start: fc.constantFrom(1, 1, 0, 7, -3, 2000000000),
            type: fc.constantFrom(null, null, 'a', 'I'),
          }),
          fc.array(tie('item'), { minLength: 1, maxLength: 3, depthIdentifier: 'nesting' }),
        )
        .map(([attrs, content]): BodyNode => ({ type: 'orderedList', attrs, content })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(fc.boolean(), tie('item')), {
          minLength: 1,
          maxLength: 3,
          depthIdentifier: 'nesting',
        })
        .map((items): BodyNode => ({
          type: 'taskList',
          content: items.map(([checked, { content }]): BodyNode => ({
            type: 'taskItem',
            attrs: { checked },
            ...(content && { content }),
          })),
        })),
    },
  ),
  block: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'nesting', maxDepth: 4 },
    { weight: 8, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    { weight: 1, arbitrary: code },
    { weight: 2, arbitrary: quotation },
    {
      weight: 1,
      arbitrary: fc.constantFrom<BodyNode>(
        { type: 'horizontalRule' },
        { type: 'references' },
        { type: 'references', attrs: { id: 'b3' } },
        { type: 'tableOfContents' },
      ),
    },
    { weight: 2, arbitrary: table },
    { weight: 2, arbitrary: figure },
    { weight: 1, arbitrary: kept },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('box', 'key-judgment', 'bottom-line', 'later kind'),
          fc.array(fc.oneof(paragraph, tie('list')), {
            minLength: 1,
            maxLength: 3,
            depthIdentifier: 'nesting',
          }),
        )
        .map(([kind, content]): BodyNode => ({ type: 'callout', attrs: { kind }, content })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'nesting' })
        .map((content): BodyNode => ({ type: 'blockquote', content })),
    },
    { weight: 5, arbitrary: tie('list') },
  ),
}))

/** Any body that the schema takes. */
export const body: fc.Arbitrary<BodyNode> = fc
  .array(block, { maxLength: 6 })
  .map((content): BodyNode => (content.length ? { type: 'doc', content } : { type: 'doc' }))

/** The text of a footnote, as its own editor writes it. */
export const footnoteText: fc.Arbitrary<readonly BodyNode[]> = fc.array(paragraph, {
  minLength: 1,
  maxLength: 2,
})

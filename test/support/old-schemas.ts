/**
 * For each node, mark and attribute of the schema, the program of the day before it was added, and a body that uses it.
 * Derived from the schema: what is added to it is in the list by itself.
 */
import {
  type Attrs,
  type Fragment,
  type Node,
  type NodeType,
  Schema,
  type SchemaSpec,
} from '@tiptap/pm/model'
import { allowsAttribute, allowsMark, childrenOf } from '../../shared/editor/allowed.ts'
import { schema } from '../../shared/editor/schema.ts'

/** `before`: the schema without it. `body`: one that holds it. */
export type Addition = { what: string; before: Schema; body: Node }

/** Without these ProseMirror has no page, no words, and nothing to put where something was taken away. */
export const ALWAYS = ['doc', 'text', 'paragraph']
/** Texts of footnotes stand beside the page, in a root of their own. */
export const BESIDE = ['footnoteText']

type Specs = { nodes: Map<string, NodeSpec>; marks: Map<string, MarkSpec> }
type NodeSpec = { content?: string; attrs?: object }
type MarkSpec = { attrs?: object }

const specs = (): Specs => {
  const all = (list: { forEach(each: (name: string, spec: object) => void): void }) => {
    const found = new Map<string, object>()
    list.forEach((name, spec) => found.set(name, spec))
    return found
  }
  return { nodes: all(schema.spec.nodes), marks: all(schema.spec.marks) }
}

const schemaOf = ({ nodes, marks }: Specs): Schema =>
  new Schema({ nodes: Object.fromEntries(nodes), marks: Object.fromEntries(marks) } as SchemaSpec)

/** Without a node, and without those that cannot be without it. */
const withoutNode = (name: string): Schema => {
  const { nodes, marks } = specs()
  const gone = [name]
  for (const one of gone) {
    nodes.delete(one)
    for (const [other, { content }] of nodes)
      if (new RegExp(`\\b${one}\\b`).test(content ?? '') && !gone.includes(other)) gone.push(other)
  }
  return schemaOf({ nodes, marks })
}

const without = (kind: 'nodes' | 'marks', name: string, attribute?: string): Schema => {
  const all = specs()
  const list: Map<string, NodeSpec> = all[kind]
  const spec = list.get(name)!
  if (attribute === undefined) list.delete(name)
  else {
    const { [attribute]: _, ...attrs } = spec.attrs as Record<string, unknown>
    list.set(name, { ...spec, attrs })
  }
  return schemaOf(all)
}

/** From the page down to a node of this type, the nearest way. */
const wayTo = (name: string): NodeType[] => {
  const ways: string[][] = [['doc']]
  for (const way of ways)
    for (const child of childrenOf(way.at(-1)!)) {
      if (child === name) return [...way.slice(1), child].map((each) => schema.nodes[each]!)
      if (!ways.some((other) => other.includes(child))) ways.push([...way, child])
    }
  throw new Error(`No ${name} can stand on a page.`)
}

/** A body that holds this node; text where there can be some. */
const bodyWith = (name: string, attrs: Attrs | null): Node => {
  let inner: Node | null = null
  for (const type of wayTo(name).toReversed()) {
    const content: Fragment | Node | null =
      inner ?? (type.inlineContent ? schema.text('Exports fell.') : null)
    inner = type.createAndFill(type.name === name && inner === null ? attrs : null, content)
    if (!inner) throw new Error(`${type.name} cannot hold a ${name}.`)
  }
  return schema.node('doc', null, inner!)
}

const textWith = (mark: string, attrs: Attrs): Node =>
  schema.node('doc', null, [
    schema.node('paragraph', null, [
      schema.text('Exports '),
      schema.text('fell.', [schema.mark(mark, attrs)]),
    ]),
  ])

/** A value that is not what it is without anybody's doing. */
const valueFor = (usual: unknown, allows: (value: unknown) => boolean): unknown =>
  VALUES.find((value) => value !== usual && typeof value === typeof usual && allows(value)) ??
  VALUES.find((value) => value !== usual && allows(value))

const VALUES = [2, 'x', '0'.repeat(64), true, [5]]

const attributesOf = (spec: { attrs?: unknown }) =>
  Object.entries((spec.attrs ?? {}) as Record<string, { default?: unknown }>)

export const additions: Addition[] = [
  ...Object.keys(schema.nodes).flatMap((name): Addition[] => {
    if (name === 'doc' || name === 'text' || BESIDE.includes(name)) return []
    const attributes = attributesOf(schema.nodes[name]!.spec).map(([attribute, { default: usual }]) => ({
      what: `the attribute ${attribute} of ${name}`,
      before: without('nodes', name, attribute),
      body: bodyWith(name, { [attribute]: valueFor(usual, (v) => allowsAttribute(name, attribute, v)) }),
    }))
    return ALWAYS.includes(name)
      ? attributes
      : [{ what: `the node ${name}`, before: withoutNode(name), body: bodyWith(name, null) }, ...attributes]
  }),
  ...Object.keys(schema.marks).flatMap((name): Addition[] => [
    { what: `the mark ${name}`, before: without('marks', name), body: textWith(name, {}) },
    ...attributesOf(schema.marks[name]!.spec).map(([attribute, { default: usual }]) => ({
      what: `the attribute ${attribute} of the mark ${name}`,
      before: without('marks', name, attribute),
      body: textWith(name, { [attribute]: valueFor(usual, (v) => allowsMark(name, { [attribute]: v })) }),
    })),
  ]),
]

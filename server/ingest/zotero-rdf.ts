/**
 * Reads Zotero's own export, RDF written as XML in one fixed way: works with their people and dates, the files that belong
 * to them, and notes. Mark-up of other programs that is RDF too is read as far as it looks alike.
 */
import { DOMParser } from 'linkedom'
import { type CslItem, cslItem, type CslName } from '../../shared/cite/csl.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { oneLine } from '../../shared/capture/text-blocks.ts'
import type { Listed, ListedEntry, ListedFile } from './collection-entry.ts'
import { addressOf, dateOf } from './guess-words.ts'
import { readNote } from './note-highlights.ts'
import { typeOfZotero } from './zotero-item.ts'

/** As for other lists. */
const ENTRIES = 2000
const NAMES = 500

/** Throws Refusal for what is no such list. */
export const readRdf = (text: string): Listed => {
  // No list needs a document type; entities of entities are how a short file becomes a long one.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('unreadable')
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement as unknown as Element | null
  if (!root || local(root) !== 'RDF') throw new Refusal('unreadable')
  const nodes = [...root.children]
  const byName = new Map(nodes.map((node) => [about(node), node]))
  const works = nodes.filter(isWork)
  if (works.length > ENTRIES)
    throw new Refusal(
      'too-large',
      `This has ${works.length.toLocaleString('en')} entries; ${ENTRIES.toLocaleString('en')} at once are the limit. Nothing was added; export the part that you need.`,
    )
  const taken = new Set<Element>()
  const listed: Listed = { entries: [], problems: [] }
  for (const node of works) {
    const named = (name: string) =>
      all(node, name).flatMap((link) => byName.get(attribute(link, 'rdf:resource')) ?? [])
    const files = named('link').filter(isFile)
    for (const each of files) taken.add(each)
    const entry = entryOf(node, (name) => byName.get(name), files, named('isReferencedBy'))
    if (typeof entry === 'string') listed.problems.push({ entry: nameOf(node), why: entry })
    else listed.entries.push(entry)
  }
  for (const node of nodes.filter((each) => isFile(each) && !taken.has(each))) {
    const file = fileOf(node)
    const title = words(node, 'title') || file?.path.split('/').at(-1)
    const item: CslItem = { type: 'document', ...(title && { title: title.slice(0, 2000) }) }
    if (file) listed.entries.push({ item, key: null, note: '', files: [file], highlights: [], bare: true })
  }
  return listed
}

const local = (node: Element) => node.tagName.replace(/^.*:/, '')

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** The reader of mark-up resolves references in texts, and leaves those in attributes as they are. */
const attribute = (node: Element, name: string): string =>
  (node.getAttribute(name) ?? '').replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex, number, named) => {
      if (named) return NAMED[named] ?? whole
      const code = hex ? parseInt(hex, 16) : Number(number)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )

const about = (node: Element) => attribute(node, 'rdf:about')
const all = (node: Element, name: string) => [...node.children].filter((child) => local(child) === name)
const one = (node: Element | undefined, name: string) => node && all(node, name)[0]
const words = (node: Element | undefined, name: string) => oneLine(one(node, name)?.textContent ?? '')

const isFile = (node: Element) => local(node) === 'Attachment'
/** Journals and the like stand beside the works; they have no type of Zotero's. */
const isWork = (node: Element) =>
  !isFile(node) && !['Memo', 'Collection'].includes(local(node)) && words(node, 'itemType') !== ''

const nameOf = (node: Element) => words(node, 'title').slice(0, 200) || about(node).slice(0, 200)

/** A sentence when it cannot be read. */
const entryOf = (
  node: Element,
  find: (name: string) => Element | undefined,
  files: Element[],
  notes: Element[],
): ListedEntry | string => {
  const item = cslItem.safeParse(itemOf(node, find))
  if (!item.success) return `The field "${String(item.error.issues[0]?.path[0] ?? 'type')}" cannot be read.`
  if (!item.data.title && !item.data.author && !item.data.URL && !item.data.DOI)
    return 'It names neither a title, nor an author, nor an address.'
  const read = notes.map((note) => readNote(one(note, 'value')?.textContent ?? note.textContent ?? ''))
  return {
    item: item.data,
    key: /^\s*Citation Key:\s*(\S+)/im.exec(one(node, 'description')?.textContent ?? '')?.[1] ?? null,
    note: read
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n\n')
      .slice(0, 10_000),
    files: files.flatMap((file) => fileOf(file) ?? []),
    highlights: read.flatMap(({ highlights }) => highlights),
    bare: false,
  }
}

const itemOf = (node: Element, find: (name: string) => Element | undefined): Record<string, unknown> => {
  const within = all(node, 'isPartOf').flatMap(
    (part) => find(attribute(part, 'rdf:resource')) ?? [...part.children],
  )
  const series = within.find((part) => local(part) === 'Series')
  const container = within.find((part) => part !== series)
  const publisher = one(one(node, 'publisher') ?? one(container, 'publisher'), 'Organization')
  const either = (name: string) => words(node, name) || words(container, name)
  const fields: Record<string, unknown> = {
    type: typeOfZotero(words(node, 'itemType')),
    title: words(node, 'title'),
    ...peopleOf(node),
    issued: issuedOf(words(node, 'date')),
    accessed: dateOf(words(node, 'dateSubmitted')),
    'container-title': words(container, 'title'),
    'collection-title': words(series, 'title'),
    publisher: words(publisher, 'name'),
    'publisher-place': oneLine(one(one(publisher, 'adr'), 'Address')?.textContent ?? ''),
    volume: either('volume'),
    issue: words(container, 'number'),
    number: words(node, 'number'),
    page: words(node, 'pages'),
    edition: words(node, 'edition'),
    genre: words(node, 'type'),
    abstract: words(node, 'abstract').slice(0, 20_000),
    language: words(node, 'language'),
    URL: addressOf(addressIn(node)),
    DOI: identifier('DOI', node, container),
    ISBN: identifier('ISBN', node, container),
    ISSN: identifier('ISSN', node, container),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}

/** A date in words that nobody can tell is kept as it was written. */
const issuedOf = (written: string) =>
  dateOf(written) ?? (written === '' ? undefined : { literal: written.slice(0, 100) })

const addressIn = (node: Element): string =>
  all(node, 'identifier')
    .map((each) => words(one(each, 'URI'), 'value'))
    .find(Boolean) ?? ''

/** "DOI 10.1000/182", of the work or of what it stands in. */
const identifier = (kind: string, ...nodes: (Element | undefined)[]): string | undefined =>
  nodes
    .flatMap((node) => (node ? all(node, 'identifier') : []))
    .map((each) => oneLine(each.textContent ?? ''))
    .find((each) => each.startsWith(`${kind} `))
    ?.slice(kind.length + 1)

/** How Zotero calls a work's people → how CSL does; whoever made a film or gave a speech is its author. */
const ROLES: Record<string, string> = {
  authors: 'author',
  editors: 'editor',
  translators: 'translator',
  interviewers: 'interviewer',
  recipients: 'recipient',
  seriesEditors: 'collection-editor',
  bookAuthors: 'container-author',
}
const MAKERS =
  /^(?:artists|cartographers|composers|contributors|directors|interviewees|inventors|performers|podcasters|presenters|programmers|sponsors)$/

const peopleOf = (node: Element): Record<string, CslName[]> => {
  const people: Record<string, CslName[]> = {}
  for (const group of node.children) {
    const role = ROLES[local(group)] ?? (MAKERS.test(local(group)) ? 'author' : undefined)
    const names = role && all(one(group, 'Seq') ?? group, 'li').flatMap((li) => personOf(one(li, 'Person')))
    if (role && names && names.length > 0) people[role] = [...(people[role] ?? []), ...names].slice(0, NAMES)
  }
  return people
}

/** An institution has one name. */
const personOf = (person: Element | undefined): CslName[] => {
  const family = words(person, 'surname')
  const given = words(person, 'givenName') || words(person, 'givenname')
  if (!family && !given) return []
  return [family && given ? { family, given } : { literal: family || given }]
}

/** Null for a link to an address: there is no file. */
const fileOf = (node: Element): ListedFile | null => {
  const link = one(node, 'resource')
  const path = link && attribute(link, 'rdf:resource')
  if (!path) return null
  const saved = words(node, 'dateSubmitted').replace(' ', 'T')
  const at = new Date(/T\d/.test(saved) ? `${saved.replace(/Z$/, '')}Z` : saved)
  return {
    path,
    title: words(node, 'title').slice(0, 200),
    mediaType: words(node, 'type') || null,
    at: Number.isNaN(at.getTime()) ? null : at.toISOString(),
  }
}

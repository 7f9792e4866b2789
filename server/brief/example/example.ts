/**
 * The finished brief that a new workspace opens with: a fictional national AI taskforce, written from five
 * example sources. Ids and dates are fixed, so it exports the same bytes on every machine.
 */
import type * as Y from 'yjs'
import { describe } from '../../../shared/anchor/describe.ts'
import { changeAbout } from '../../../shared/brief/about.ts'
import { writeBody } from '../../../shared/brief/body.ts'
import { setCheck } from '../../../shared/brief/check.ts'
import { addCitation, type NewCite } from '../../../shared/brief/citation.ts'
import { coveredIn } from '../../../shared/brief/covers.ts'
import type { Person } from '../../../shared/brief/document.ts'
import { addExcerpt, readExcerpts } from '../../../shared/brief/excerpt.ts'
import { type Countable, paragraphLocator } from '../../../shared/brief/paragraph.ts'
import { addSource, type CaptureRef } from '../../../shared/brief/source.ts'
import { fingerprint } from '../../../shared/text/fingerprint.ts'
import { attestedWords } from './attested.ts'
import { exampleBody } from './body.ts'
import { type ExampleCitation, exampleCitations } from './cites.ts'
import type { ExampleFile } from './files.ts'
import { passages } from './passages.ts'
import { exampleSources } from './sources.ts'

export const EXAMPLE_TITLE = 'Valmere’s AI taskforce: a coordinator that cannot stop a purchase'

/** What ingest made of one of the `exampleFiles`. */
export type IngestedFile = { capture: CaptureRef; text: string; blocks: readonly Countable[] }

const author: Person = { id: 'vouch-example', name: 'Vouch example' }
const EXCERPTED = '2025-06-19T09:00:00.000Z'
const WRITTEN = '2025-06-20T14:30:00.000Z'
const WRITTEN_ON = '2025-06-20'

/** Citations that somebody checked: the words were read against their excerpts. */
const CHECKED = ['members', 'cost']

/**
 * Writes the example into an empty document. `ingested` has an entry for each of the `exampleFiles`, by its
 * `source`. Throws a plain Error when a passage does not stand in its source: then the example is wrong.
 */
export const buildExample = (
  doc: Y.Doc,
  ingested: ReadonlyMap<ExampleFile['source'], IngestedFile>,
): void => {
  doc.transact(() => {
    changeAbout(doc, { title: EXAMPLE_TITLE, lang: 'en-GB', date: WRITTEN_ON, authors: [author.name] })
    addSources(doc, ingested)
    addPassages(doc, ingested)
    addAttested(doc)
    for (const citation of exampleCitations) addExampleCitation(doc, citation)
    writeBody(doc, exampleBody)
    for (const id of CHECKED) addCheck(doc, id)
  })
}

const addSources = (doc: Y.Doc, ingested: ReadonlyMap<string, IngestedFile>) => {
  for (const { addedAt, ...work } of exampleSources) {
    const file = ingested.get(work.id)
    const captures = file ? [{ ...file.capture, takenAt: addedAt }] : []
    addSource(doc, { ...work, captures, addedBy: author, addedAt })
  }
}

const addPassages = (doc: Y.Doc, ingested: ReadonlyMap<string, IngestedFile>) => {
  for (const { words, ...fields } of passages) {
    const file = ingested.get(fields.source)
    const start = file?.text.indexOf(words) ?? -1
    if (!file || start < 0)
      throw new Error(`The example's passage ${fields.id} does not stand in its source ${fields.source}.`)
    const end = start + words.length
    addExcerpt(doc, {
      ...fields,
      locator: fields.locator ?? paragraphLocator(file.blocks, start, end),
      kind: 'anchored',
      capture: file.capture.hash,
      selector: describe(file.text, start, end),
      createdBy: author,
      createdAt: EXCERPTED,
    })
  }
}

const addAttested = (doc: Y.Doc) => {
  for (const { words, fragment, heldBy, ...fields } of attestedWords)
    addExcerpt(doc, {
      ...fields,
      kind: 'attested',
      attested: { words, fragment, heldBy, by: author, at: EXCERPTED },
      createdBy: author,
      createdAt: EXCERPTED,
    })
}

const addExampleCitation = (doc: Y.Doc, { id, cites, covers }: ExampleCitation) => {
  const excerpts = readExcerpts(doc)
  const full = cites.map(({ excerpt, ...fields }, i): NewCite => {
    const found = excerpts.get(excerpt)
    if (!found) throw new Error(`The example's citation ${id} names an excerpt ${excerpt} that is not there.`)
    return { ...fields, ...found.locator, id: `${id}-${i + 1}`, source: found.source, excerpt }
  })
  const sentence = coveredIn(exampleBody, id, covers ?? 'sentence')
  if (!sentence) throw new Error(`The example's citation ${id} has no place in its body.`)
  addCitation(doc, { id, cites: full, covers, sentence })
}

const addCheck = (doc: Y.Doc, id: string) => {
  const citation = exampleCitations.find((one) => one.id === id)
  if (!citation) throw new Error(`The example's check ${id} belongs to no citation.`)
  const words = coveredIn(exampleBody, id, citation.covers ?? 'sentence')
  const excerpts = citation.cites.map((one) => one.excerpt)
  setCheck(doc, id, { by: author, at: WRITTEN, hash: fingerprint(words), words, excerpts })
}

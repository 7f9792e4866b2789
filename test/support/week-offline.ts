/** A week without a server: what somebody writes in many sittings on one device, each under a client id of its own. */
import * as Y from 'yjs'
import { changeSource, addSource, readSources } from '../../shared/brief/source.ts'
import { newId } from '../../shared/brief/id.ts'
import { roots } from '../../shared/brief/document.ts'
import { newClientId } from '../../shared/wire/client-id.ts'
import type { Random } from './random.ts'

export type Week = {
  /** What the device then holds, a row an edit, behind the document that the week began with. */
  rows: Uint8Array[]
  /** Words that must stand in the text, each once, and no other ones. */
  kept: Set<string>
  sources: string[]
}

export type WeekOptions = {
  who: string
  begin: Uint8Array
  sittings: number
  edits: number
  chance: Random
}

/** Edits are words put between words, own words taken out again, paragraphs, and works added and renamed. */
export const weekOffline = ({ who, begin, sittings, edits, chance }: WeekOptions): Week => {
  const rows = [begin]
  const kept = new Set<string>()
  const sources: string[] = []
  let state = begin
  let count = 0

  for (let sitting = 0; sitting < sittings; sitting++) {
    const doc = new Y.Doc()
    doc.clientID = newClientId()
    Y.applyUpdate(doc, state)
    doc.on('update', (update: Uint8Array) => rows.push(update))
    const { body } = roots(doc)
    for (let n = 0; n < edits; n++) {
      const text = chance.pick(textsOf(body))
      const is = chance.below(20)
      if (is === 0) body.insert(chance.below(body.length + 1), [paragraph()])
      else if (is === 1) {
        sources.push(
          addSource(doc, { id: newId(), item: { type: 'report', title: `Report ${count} of ${who}` } }),
        )
      } else if (is === 2 && sources.length > 0) {
        const id = chance.pick(sources)
        changeSource(doc, id, { item: { title: `${readSources(doc).get(id)!.item.title} again` } })
      } else if (is < 6 && takenOut(text, kept)) continue
      else {
        const word = `${who}${count}`
        text.insert(between(text, chance), `${word} `)
        kept.add(word)
      }
      count++
    }
    state = Y.encodeStateAsUpdate(doc)
    doc.destroy()
  }
  return { rows, kept, sources }
}

/** Empty paragraphs to begin with. */
export const beginWith = (doc: Y.Doc, paragraphs: number): void =>
  roots(doc).body.insert(
    0,
    Array.from({ length: paragraphs }, () => paragraph()),
  )

const paragraph = () => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText()])
  return element
}

export const wordsIn = (doc: Y.Doc): string[] =>
  textsOf(roots(doc).body).flatMap((text) => lettersOf(text).split(' ').filter(Boolean))

const textsOf = (body: Y.XmlFragment): Y.XmlText[] =>
  body.toArray().flatMap((block) => {
    const first = block instanceof Y.XmlElement && block.length > 0 ? block.get(0) : null
    return first instanceof Y.XmlText ? [first] : []
  })

const lettersOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('')

/** A place before a word, or behind the last one. */
const between = (text: Y.XmlText, chance: WeekOptions['chance']): number => {
  const letters = lettersOf(text)
  const at = letters.indexOf(' ', chance.below(letters.length + 1))
  return at < 0 ? letters.length : at + 1
}

/** Takes the first own word of a text out again. */
const takenOut = (text: Y.XmlText, kept: Set<string>): boolean => {
  const letters = lettersOf(text)
  let at = 0
  for (const word of letters.split(' ')) {
    if (kept.delete(word)) {
      text.delete(at, word.length + 1)
      return true
    }
    at += word.length + 1
  }
  return false
}

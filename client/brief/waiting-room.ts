/**
 * What was brought in without the server. A text is a source at once, lies on this device, and is given to the server
 * when it is there again and has the source; an address becomes one when the server has fetched it.
 */
import type * as Y from 'yjs'
import { digest } from 'lib0/hash/sha256'
import { toHexString } from 'lib0/buffer'
import { api, NotKept, NotReached, sentenceOf } from '../api.ts'
import { pastedCapture } from '../../shared/capture/pasted.ts'
import { addSource, type CaptureRef } from '../../shared/brief/source.ts'
import type { Person } from '../../shared/brief/document.ts'
import { newId } from '../../shared/brief/id.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import { shelfOf, type Waiting } from './capture-shelf.ts'
import { createStore, type WritableStore } from './store.ts'

const rooms = new Map<string, WritableStore<readonly Waiting[]>>()

/** What of a person waits on this device, as far as it is known. */
export const waitingOf = (person: string): WritableStore<readonly Waiting[]> => {
  const known = rooms.get(person)
  if (known) return known
  const room = createStore<readonly Waiting[]>([])
  rooms.set(person, room)
  void look(person)
  return room
}

const look = async (person: string) =>
  waitingOf(person).set(
    await shelfOf(person)
      .waiting()
      .catch(() => []),
  )

/** Briefs in which something of this person waits. */
export const unsentWaiting = async (person: string): Promise<string[]> =>
  (
    await shelfOf(person)
      .waiting()
      .catch(() => [])
  ).map(({ brief }) => brief)

export type PastedHere = {
  brief: string
  doc: Y.Doc
  me: Person
  text: string
  item: CslItem
  origin: string | null
}

/** Makes a source of pasted text on this device. Throws a Refusal for what is no text, and NotKept. Returns its id. */
export const pasteHere = async ({ brief, doc, me, text, item, origin }: PastedHere): Promise<string> => {
  const bytes = new TextEncoder().encode(text)
  const { guess, ...read } = pastedCapture(text)
  const now = new Date().toISOString()
  const ref: CaptureRef = {
    hash: toHexString(digest(bytes)),
    mediaType: 'text/plain',
    filename: null,
    takenAt: now,
    extractor: read.extractor,
    length: read.text.length,
  }
  const info = { ...ref, encoding: 'utf-8', bytes: bytes.byteLength, blocks: read.blocks }
  const waiting = { id: newId(), brief, source: newId(), text }
  await shelfOf(me.id)
    .putWaiting(ref.hash, { info, text: read.text }, waiting)
    .catch((cause: unknown) => {
      throw new NotKept(cause)
    })
  void look(me.id)
  return addSource(doc, {
    id: waiting.source,
    item: { ...guess, ...item },
    origin,
    captures: [ref],
    addedBy: { id: me.id, name: me.name },
    addedAt: now,
  })
}

export type WaitingAddress = Extract<Waiting, { address: string }>

export const isAddress = (waiting: Waiting): waiting is WaitingAddress => 'address' in waiting

/** Keeps an address for when there is a server. `source`: under what it was asked for already. Throws NotKept. */
export const keepAddress = async (
  person: string,
  { brief, source, address }: Omit<WaitingAddress, 'id' | 'refused'>,
): Promise<void> => {
  await shelfOf(person)
    .wait({ id: newId(), brief, source, address })
    .catch((cause: unknown) => {
      throw new NotKept(cause)
    })
  await look(person)
}

/** The person does without it. */
export const dropWaiting = async (person: string, id: string): Promise<void> => {
  await shelfOf(person).sent(id)
  await look(person)
}

/** Asks the server for it now. What it refuses waits on with its sentence; throws NotReached when there is no server. */
export const fetchAddress = async (person: string, waiting: WaitingAddress): Promise<void> => {
  const { id, brief, source, address } = waiting
  const shelf = shelfOf(person)
  try {
    await api.addAddress(brief, address, source)
    await shelf.sent(id)
  } catch (error) {
    if (error instanceof NotReached) throw error
    const stillThere = (await shelf.waiting()).some((each) => each.id === id)
    if (stillThere) await shelf.wait({ id, brief, source, address, refused: sentenceOf(error) })
  }
  await look(person)
}

/**
 * Gives the server the texts and addresses that wait in a brief (pictures have their own way: kept-pictures.ts); call it when the server has the document as it stands here. What could not
 * be sent waits on, and `onRefused` is told why.
 */
export const sendWaiting = async (
  person: string,
  brief: string,
  onRefused: (error: unknown) => void,
): Promise<void> => {
  const mine = (
    await shelfOf(person)
      .waiting()
      .catch(() => [])
  ).filter((each) => each.brief === brief)
  try {
    for (const each of mine) {
      // What was refused once waits for the person, who has read why.
      if ('text' in each) await sendText(person, each, onRefused)
      else if (isAddress(each) && !each.refused) await fetchAddress(person, each)
    }
  } catch (error) {
    if (!(error instanceof NotReached)) throw error
  }
  // Another window may have sent what this one shows as waiting.
  if (waitingOf(person).get().length > 0) await look(person)
}

const sendText = async (
  person: string,
  { id, brief, source, text }: Extract<Waiting, { text: string }>,
  onRefused: (error: unknown) => void,
): Promise<void> => {
  try {
    // Twice does no harm: the same bytes are one saved copy.
    await api.addCapture(brief, source, text)
    await shelfOf(person).sent(id)
  } catch (error) {
    if (error instanceof NotReached) throw error
    onRefused(error)
  }
}

/**
 * Pictures that were brought in here and that no server has yet. Their bytes lie on this device and are shown from there; they are given
 * to the server as soon as it takes them, and go from here when the text names them by their hash, or not at all any more.
 */
import type * as Y from 'yjs'
import { newId } from '../../shared/brief/id.ts'
import { pictureIsStored, type StoredPicture, waitingPictures } from '../../shared/brief/waiting-pictures.ts'
import { Refusal, REFUSALS } from '../../shared/wire/refusal.ts'
import { sentenceOf } from '../api.ts'
import type { DeviceShelf, Waiting } from './capture-shelf.ts'
import { createStore, type Store } from './store.ts'

/** `refused`: why the server did not take it when it was asked last, in a sentence. */
export type KeptPicture = { picture: Blob; refused?: string }

export type KeptPictures = {
  /** All that are known here, by what the text calls them; null until the device was asked. */
  readonly known: Store<ReadonlyMap<string, KeptPicture> | null>
  /** Puts it on the device; resolves with what the text is to call it. Rejects when the device does not keep it. */
  keep(picture: Blob): Promise<string>
  /** The text shows a picture that waits: it may lie here since another window kept it. */
  shown(called: string): void
  /** Asks the server for what it refused once more. */
  again(called: string): void
  /** Asks it now, whatever it answered before; resolves when it was asked. */
  reached(): Promise<void>
  /** Resolves when the device has let go of what it need not keep. */
  close(): Promise<void>
}

export type PictureServer = (picture: Blob, signal: AbortSignal) => Promise<StoredPicture>

export type KeptWhere = {
  brief: string
  doc: Y.Doc
  shelf: Pick<DeviceShelf, 'waiting' | 'wait' | 'sent'>
  /** Null for who may not write: it is shown from here, and waits. */
  add: PictureServer | null
  /** Something written here is neither on the server nor on this device. */
  unsent: Store<boolean>
  /**
   * It lies here and the text does not name it: the page broke off before its figure was stored, or the brief was brought back to an
   * earlier state.
   */
  onLeftOver?: (called: string) => void
}

type Waits = Extract<Waiting, { picture: Blob }>

/** Milliseconds. Of a sentence that is typed each letter changes the document. */
const RESTS = 300
/** A picture is on the device before it is in the text: what nobody names then is left over. Milliseconds. */
const NAMED_WITHIN = 60_000

/** Milliseconds after which a server is taken for one that hangs: what a line of 100 kB a second needs, and more with each try. */
export const patience = (bytes: number, tries: number): number =>
  Math.round((15_000 + bytes / 100) * (tries + 1))

/** Milliseconds between the tries: 2 s, twice as long each time, at most two minutes; not all devices at once. */
export const pauseAfter = (tries: number, random: number = Math.random()): number =>
  Math.round(Math.min(2_000 * 2 ** tries, 120_000) * (0.7 + 0.6 * random))

/** Whether asking again is of no use: of a picture that is none. All else passes by itself, or is no answer of ours. */
const isFinal = (error: unknown): error is Refusal => {
  if (!(error instanceof Refusal)) return false
  const { status } = REFUSALS[error.code]
  return status >= 400 && status < 500 && status !== 401 && status !== 429
}

export const keepPictures = ({ brief, doc, shelf, add, unsent, onLeftOver }: KeptWhere): KeptPictures => {
  const known = createStore<ReadonlyMap<string, KeptPicture> | null>(null)
  /** Of this brief, on the device. */
  const lies = new Set<string>()
  /** The text named them at some time: when it does not any more, somebody took them out. */
  const named = new Set<string>()
  /** They lay here when the brief was opened, and nobody named them. */
  const leftOver = new Set<string>()
  const asked = new Set<string>()
  /** What the server answered: for who brings a figure back that was cut out meanwhile. */
  const arrived = new Map<string, StoredPicture>()
  let tries = 0
  let sending: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const idOf = (called: string) => `${brief} ${called}`
  const learn = (called: string, what: KeptPicture) =>
    known.set(new Map([...(known.get() ?? []), [called, what]]))

  const put = async (called: string, picture: Blob) => {
    await shelf.wait({ id: idOf(called), brief, called, picture, at: Date.now() })
    lies.add(called)
  }

  const load = async () => {
    const all: Waiting[] = await shelf.waiting().catch(() => [])
    const pictures = all.filter((each): each is Waits => 'picture' in each)
    for (const { called } of pictures.filter((each) => each.brief === brief)) lies.add(called)
    known.set(
      new Map([
        ...pictures.map(({ called, picture }) => [called, { picture }] as const),
        ...(known.get() ?? []),
      ]),
    )
    return pictures
  }

  /** Its bytes stay here while the page is open: who takes the deletion back has it again. */
  const letGo = async (called: string) => {
    const kept = known.get()?.get(called)
    const bytes = await kept?.picture.arrayBuffer().catch(() => null)
    if (kept && bytes) learn(called, { ...kept, picture: new Blob([bytes], { type: kept.picture.type }) })
    await shelf.sent(idOf(called)).then(
      () => lies.delete(called),
      () => undefined,
    )
  }

  const lookOnce = async () => {
    const now = waitingPictures(doc)
    for (const called of now.keys()) {
      named.add(called)
      leftOver.delete(called)
      const kept = known.get()?.get(called)
      if (kept && !lies.has(called)) await put(called, kept.picture).catch(() => undefined)
    }
    // Not before the change is stored: a page that breaks off now would come back with the text that names it.
    if (unsent.get()) return
    for (const called of lies) if (named.has(called) && !now.has(called)) await letGo(called)
  }

  let looked = load().then((pictures) => {
    for (const { called, brief: of, at } of pictures)
      if (of === brief && Date.now() - at > NAMED_WITHIN) leftOver.add(called)
  })

  /** One after the other: what comes back while it is let go is put there behind that. */
  const look = (): Promise<void> => {
    clearTimeout(looking)
    looking = undefined
    looked = looked.then(lookOnce)
    // While a pause lasts, letters that are typed do not end it.
    return looked.then(() => (retry === undefined ? void send() : undefined))
  }
  const lookSoon = () => {
    if (!closed) looking ??= setTimeout(() => void look(), RESTS)
  }
  const onChange = () => {
    if (lies.size > 0) lookSoon()
  }

  const next = () => {
    const all = [...(known.get() ?? [])].filter(([, { refused }]) => refused === undefined)
    if (closed || all.length === 0) return undefined
    const now = waitingPictures(doc)
    return all.find(([called]) => now.has(called))
  }

  const sendAll = async (to: PictureServer) => {
    for (let one = next(); one; one = next()) {
      const [called, { picture }] = one
      try {
        const stored =
          arrived.get(called) ?? (await to(picture, AbortSignal.timeout(patience(picture.size, tries))))
        const { sha256, width, height } = stored
        arrived.set(called, { sha256, width, height })
        if (closed) return
        pictureIsStored(doc, called, { sha256, width, height })
      } catch (error) {
        if (!isFinal(error)) throw error
        learn(called, { picture, refused: sentenceOf(error) })
      }
      tries = 0
    }
  }

  const endPause = () => {
    clearTimeout(retry)
    retry = undefined
  }
  const send = async (): Promise<void> => {
    if (!add || closed) return
    endPause()
    sending ??= sendAll(add)
      .catch(() => {
        if (!closed) retry = setTimeout(() => void send(), pauseAfter(tries++))
      })
      .finally(() => {
        sending = null
      })
    await sending
  }

  void look()
  doc.on('update', onChange)
  const stopWatching = unsent.subscribe(onChange)

  return {
    known,
    async keep(picture) {
      const called = newId()
      await put(called, picture)
      learn(called, { picture })
      // Somebody is here who may be connected again.
      endPause()
      tries = 0
      return called
    },
    shown(called) {
      const isKnown = known.get()?.has(called)
      if (closed || (isKnown ? lies.has(called) && named.has(called) : asked.has(called))) return
      if (!isKnown) {
        asked.add(called)
        looked = looked.then(async () => {
          if (!known.get()?.has(called)) await load()
        })
      }
      lookSoon()
    },
    again(called) {
      const kept = known.get()?.get(called)
      if (kept) learn(called, { picture: kept.picture })
      void send()
    },
    async reached() {
      looked = looked.then(lookOnce)
      await looked
      // The server has the document as it stands here: nobody names these.
      for (const called of leftOver) onLeftOver?.(called)
      leftOver.clear()
      tries = 0
      await send()
    },
    async close() {
      closed = true
      endPause()
      clearTimeout(looking)
      doc.off('update', onChange)
      stopWatching()
      await look()
    },
  }
}

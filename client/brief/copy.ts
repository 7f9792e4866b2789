/**
 * One copy of a brief's document in this window: reads what the device has, connects, keeps on the device what
 * changes, and says where it stands.
 */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { caretColor } from '../../shared/brief/caret-color.ts'
import type { Person } from '../../shared/brief/document.ts'
import { newClientId } from '../../shared/wire/client-id.ts'
import { createBriefProvider } from './brief-provider.ts'
import { type Fullness, watchFullness } from './fullness.ts'
import type { Standing } from '../../shared/wire/sync.ts'
import { type Connection, connectionOf, type Refused, refusedBy } from './connection.ts'
import { type DeviceCopy, keepOnDevice, TRY_AGAIN_AFTER } from './device-copy.ts'
import type { LocalCopy, LocalKey, LocalStore } from './local-store.ts'
import { type LostWords, watchLostWords } from './lost-words.ts'
import { type Present, watchPresence } from './presence.ts'

export type OpenCopy = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly begins: CopyOptions['begins']
  /** It has been here once: from the server, or from the device. */
  isReady(): boolean
  /** It has been in step with the server once. */
  hasSynced(): boolean
  connection(): Connection
  unsent(): boolean
  /** What the server says of the document. */
  standing(): Standing
  people(): Present[]
  /** Null before it was counted. */
  fullness(): Fullness | null
  /** The server says that its size matters. */
  lookAtSize(): void
  stateVector(): Uint8Array
  /** Begins to keep a fresh copy on the device, in the place of the one given up. */
  keep(asOnly?: boolean): void
  retryNow(): void
  tryAnew(): void
  /** Tells now of words that a merge took, and not after a moment. */
  tellLost(): void
  /** Leaves the socket; the document stays as it is. */
  disconnect(): void
  /** Resolves when it has let go of the device; what is not stored there yet is stored, or left. */
  close(rest: 'store' | 'leave'): Promise<void>
}

export type CopyOptions = {
  key: LocalKey
  me: Person
  url: string
  token: string | undefined
  WebSocket: typeof WebSocket | undefined
  local: LocalStore | null
  /** With what the device has; or afresh, because the copy before was refused or is of another epoch. */
  begins: 'with-device' | 'refused' | 'began-anew'
  onChange(self: OpenCopy): void
  onRefused(because: string): void
  onClosed(code: number): void
  onTopic(topic: string): void
  onLost(lost: LostWords): void
  /** In step with the server again, after it was not. */
  onReconnected(): void
}

/** A device that does not answer in this time must not keep a person from the brief. */
const DEVICE_ANSWERS_WITHIN = 4_000
/** The origin of what was read from the device. */
const DEVICE = { of: 'device' }

export const openCopy = (options: CopyOptions): OpenCopy => {
  const { key, me, local, begins } = options
  const doc = new Y.Doc()
  // Before anything writes or connects: 32 bits are few for all windows a brief ever sees.
  doc.clientID = newClientId()
  const awareness = new Awareness(doc)
  // The server signs it with what it knows. Said at once: colleagues skip the first, empty state of an awareness.
  awareness.setLocalStateField('user', { id: me.id, name: me.name, color: caretColor(me.id) })
  const presence = watchPresence(awareness, me)
  const lostWords = watchLostWords(doc, options.onLost)
  const size = watchFullness(doc)
  let device: DeviceCopy | null = null
  let provider: ReturnType<typeof createBriefProvider> | null = null
  let refused: Refused | null = null
  let ready = false
  let hasSynced = false
  let inStep = false
  let edited = false
  /** `asked`: what it has is on its way. `left`: it has nothing for us, or does not answer. */
  let asking: 'asked' | 'left' | 'given' = 'asked'
  /** What it has is not a document any more, and is replaced. */
  let unreadable = false
  let wanted = begins === 'with-device'
  let over = false

  const tell = () => {
    if (!over) options.onChange(self)
  }

  /** The socket sent, heard, opened or closed. */
  const onState = () => {
    if (over) return
    const { synced, unsettled } = provider!.state()
    if (synced && !inStep && hasSynced) options.onReconnected()
    inStep = synced
    if (synced) {
      if (!hasSynced) size.look()
      hasSynced = true
      ready = true
      void keepWhenKnown()
    }
    if (synced && !unsettled) {
      edited = false
      device?.sent()
    }
    tell()
  }

  /** Comes before the provider sends it: until that is acknowledged there is something unsaved. */
  const onUpdate = (_: Uint8Array, origin: unknown) => {
    if (origin === DEVICE || origin === provider?.origin) return
    edited = true
    tell()
  }
  doc.on('update', onUpdate)
  const stopPresence = presence.subscribe(tell)
  size.fullness.subscribe(tell)

  let alone = false
  /** It would not even open a copy. */
  let deviceFails = false
  let again: ReturnType<typeof setTimeout> | undefined
  /** Keeps the document from its first step with the server on: half a document must not look like a whole one. */
  const keepWhenKnown = async () => {
    const epoch = provider?.state().epoch ?? null
    if (!wanted || !hasSynced || !local || asking !== 'left' || epoch === null) return
    asking = 'given'
    try {
      const copy = await local.open(key, epoch)
      deviceFails = false
      if (over) copy.close()
      else {
        startKeeping(copy, { is: 'nothing', replace: begins === 'refused' || unreadable })
        if (alone) await local.forgetOthers(key, epoch)
      }
    } catch {
      // Without a device everything works, and is said not to be kept.
      asking = 'left'
      deviceFails = true
      if (!over) again = setTimeout(() => void keepWhenKnown(), TRY_AGAIN_AFTER)
      tell()
    }
  }

  const startKeeping = (copy: LocalCopy, stored: Parameters<typeof keepOnDevice>[3]) => {
    device = keepOnDevice(doc, copy, () => edited, stored)
    device.kept.subscribe(tell)
    device.failing.subscribe(tell)
    tell()
  }

  const readDevice = async (): Promise<number | null> => {
    const copy = await local?.find(key)
    if (!copy) return null
    const kept = await copy.load()
    // Too late: the server's copy was opened without it, and what it holds waits for the next time.
    if (over || asking !== 'asked' || kept.updates.length === 0) {
      copy.close()
      return null
    }
    const whole = wholeOf(kept.updates)
    asking = 'given'
    Y.applyUpdate(doc, whole, DEVICE)
    ready = true
    size.look()
    startKeeping(copy, { is: 'all', rows: kept.updates.length, unsent: kept.unsent })
    return copy.epoch
  }

  const connect = (epoch: number | null) => {
    if (over) return
    provider = createBriefProvider({
      url: options.url,
      name: key.document,
      doc,
      awareness,
      epoch,
      token: options.token,
      WebSocket: options.WebSocket,
      wire: lostWords.wire,
      onState,
      onRefused: options.onRefused,
      onClosed(code) {
        refused = refusedBy(code)
        options.onClosed(code)
        tell()
      },
      onTopic: options.onTopic,
    })
    provider.connect()
  }

  const begin = async () => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, DEVICE_ANSWERS_WITHIN, null)
    })
    const read = begins === 'with-device' ? readDevice().catch(() => void (unreadable = true)) : null
    const epoch = await Promise.race([read, late])
    clearTimeout(timer)
    if (asking === 'asked') asking = 'left'
    connect(epoch ?? null)
  }

  const self: OpenCopy = {
    doc,
    awareness,
    begins,
    isReady: () => ready,
    hasSynced: () => hasSynced,
    connection() {
      const { synced = false, unsettled = false, tried = false, failing = false } = provider?.state() ?? {}
      return connectionOf({
        synced,
        unsettled,
        tried,
        failing,
        edited,
        kept: device?.kept.get() ?? false,
        deviceFails: device?.failing.get() ?? deviceFails,
        refused,
      })
    },
    unsent: () => edited && !device?.kept.get(),
    standing: () => provider?.state().standing ?? 'writing',
    people: presence.get,
    fullness: size.fullness.get,
    lookAtSize: size.look,
    stateVector: () => Y.encodeStateVector(doc),
    keep(asOnly = false) {
      wanted = true
      alone = asOnly
      void keepWhenKnown()
    },
    retryNow: () => provider?.retryNow(),
    tryAnew: () => provider?.tryAnew(),
    tellLost: lostWords.settle,
    disconnect() {
      provider?.close()
    },
    async close(rest) {
      if (over) return
      over = true
      clearTimeout(again)
      lostWords.close()
      size.close()
      stopPresence()
      presence.close()
      doc.off('update', onUpdate)
      provider?.close()
      awareness.destroy()
      await device?.close(rest)
    },
  }
  void begin()
  return self
}

/**
 * The document these updates make; throws if they are none. What waits for something that is not among them is left
 * out: the server could not take it either, and would refuse all that came with it.
 */
const wholeOf = (updates: readonly Uint8Array[]): Uint8Array => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  const whole = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return whole
}

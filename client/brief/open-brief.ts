/**
 * Opens a brief for as long as its page is there: the document, the socket, this device's copy, and what a person
 * is told of them.
 *
 * When the server will never take what this copy holds, the copy is given up: a fresh one takes its place as soon
 * as it is here, and the words that are only in the old one are kept as recovered text.
 */
import type * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import type { Person } from '../../shared/brief/document.ts'
import { newId } from '../../shared/brief/id.ts'
import { canWrite, type Role } from '../../shared/brief/role.ts'
import type { Standing } from '../../shared/wire/sync.ts'
import { type Connection, refusedBy, sameConnection } from './connection.ts'
import { openCopy, type OpenCopy } from './copy.ts'
import type { Fullness } from './fullness.ts'
import { deviceStore, type LocalStore, type Recovered } from './local-store.ts'
import { lostText } from './lost-text.ts'
import type { Present } from './presence.ts'
import { createStore, type Store } from './store.ts'

export type OpenBrief = {
  readonly briefId: string
  /** Its title as the list had it, to be shown until the document is here. */
  readonly titleBefore: string
  /** Of the present copy. When `copy` counts up it is another one, and all that hangs on it is made anew. */
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Counts the copies given up. */
  readonly copy: Store<number>
  /** The document has been here once, from the server or from this device; it never turns back. */
  readonly ready: Store<boolean>
  readonly connection: Store<Connection>
  /** Something written here is neither on the server nor on this device: closing the page would lose it. */
  readonly unsent: Store<boolean>
  /** Whether the server stores this brief, for everybody who has it open. */
  readonly standing: Store<Standing>
  /** How much of what a brief can hold this one holds. */
  readonly fullness: Store<Fullness>
  readonly people: Store<Present[]>
  readonly role: Store<Role>
  readonly recovered: Store<Recovered[]>
  /** The person has seen a recovered text and needs it no more. */
  dismissRecovered(id: string): void
  /** Counts up when the server says that something outside the document changed. */
  readonly news: Record<'members' | 'notices', Store<number>>
  /** Transactions with this origin are in this person's own undo history. */
  readonly undoOrigin: object
  /** Resolves when this device has all of it that it can keep. */
  close(): Promise<void>
}

export type OpenBriefOptions = {
  briefId: string
  me: Person
  role: Role
  titleBefore?: string
  /** Asked after reconnecting, when the server refused to write, and when members changed; null: not known now. */
  askRole?: () => Promise<Role | null>
  /** `wss://HOST/sync`; the page's own host by default. */
  url?: string
  /** For a program; a page has its cookie. */
  token?: string
  WebSocket?: typeof WebSocket
  /** What this device keeps; null: nothing. */
  local?: LocalStore | null
}

/** Milliseconds without a letter before it says "Saved". */
const REST = 300

export const openBrief = (options: OpenBriefOptions): OpenBrief => {
  const { briefId, me, askRole, token, url = ownUrl(), local = deviceStore } = options
  const key = { person: me.id, document: briefId }
  const role = createStore<Role>(options.role)
  const copy = createStore(0)
  const ready = createStore(false)
  const connection = createStore<Connection>({ is: 'opening' }, sameConnection)
  const unsent = createStore(false)
  const standing = createStore<Standing>('writing')
  const fullness = createStore<Fullness>({ is: 'room' })
  const people = createStore<Present[]>([])
  const recovered = createStore<Recovered[]>([])
  const news = { members: createStore(0), notices: createStore(0) }
  let resting: ReturnType<typeof setTimeout> | undefined
  let closed = false
  /** Why the server did not take what the copy that is given up holds. */
  let refusedFor: Recovered['because'] = 'refused'
  /** The copy that takes over as soon as it is here. */
  let next: OpenCopy | null = null

  const open = (begins: 'with-device' | 'refused' | 'began-anew'): OpenCopy =>
    openCopy({
      key,
      me,
      url,
      token,
      WebSocket: options.WebSocket,
      local,
      begins,
      onChange: show,
      onRefused(code) {
        if (code === 'read-only') {
          role.set(lesser(role.get()))
          void learnRole()
        }
        refusedFor = reasons[code] ?? 'refused'
        giveUp('refused')
      },
      onClosed(code) {
        if (refusedBy(code) === 'began-anew') giveUp('began-anew')
      },
      onLost({ mine, theirs }) {
        void keepText('changed-meanwhile', mine)
        void keepText('came-late', theirs)
      },
      // A role that changed closes the socket; the next one has the new role.
      onReconnected: () => void learnRole(),
      onTopic(topic) {
        if (topic === 'size') present.lookAtSize()
        if (topic === 'members') void learnRole()
        if (topic === 'members' || topic === 'notices') news[topic].set(news[topic].get() + 1)
      },
    })

  const show = (from: OpenCopy) => {
    if (closed) return
    if (from === next && from.hasSynced()) return takeOver(from)
    if (from !== present) return
    people.set(from.people())
    // Of a copy that takes over it is not known at once; it is about what it was.
    fullness.set(from.fullness() ?? fullness.get())
    unsent.set(from.unsent())
    standing.set(from.standing())
    say(next ? { is: 'retrying' } : from.connection())
    if (from.isReady()) ready.set(true)
  }

  /** While somebody types, "Saved" and "Saving…" would flicker with each letter: saved waits for a moment's rest. */
  const say = (now: Connection) => {
    if (now.is === 'saved' && connection.get().is === 'saving') {
      resting ??= setTimeout(() => {
        resting = undefined
        connection.set(now)
      }, REST)
      return
    }
    clearTimeout(resting)
    resting = undefined
    connection.set(now)
  }

  const giveUp = (because: 'refused' | 'began-anew') => {
    if (next || closed) return
    present.disconnect()
    next = open(because)
    show(present)
  }

  /** Only now is it known what the server has, and nothing typed while the fresh copy came is forgotten. */
  const takeOver = (fresh: OpenCopy) => {
    const old = present
    const refused = fresh.begins === 'refused'
    // What was erased is not lost: what is left of a document still counts the letters that were taken out of it.
    const texts = lostText(old.doc, fresh.stateVector())
    next = null
    present = fresh
    copy.set(copy.get() + 1)
    show(fresh)
    void putAway(old, refused, texts).then((isKept) => fresh.keep(!refused && isKept))
  }

  /** The device holds the recovered words before it lets go of the copy they come from. True: it holds them. */
  const putAway = async (old: OpenCopy, refused: boolean, texts: string[]) => {
    const isKept = await keepText(refused ? refusedFor : 'began-anew', texts)
    // What was refused must not be written beside the fresh copy; another epoch has a place of its own.
    await old.close(refused ? 'leave' : 'store')
    return isKept
  }

  const keepText = async (because: Recovered['because'], texts: string[]) => {
    if (texts.length === 0) return true
    const text: Recovered = { id: newId(), at: new Date().toISOString(), because, texts }
    recovered.set([...recovered.get(), text])
    const kept = local?.keepRecovered(key, text) ?? Promise.reject(new Error('Nothing is kept here.'))
    return kept.then(
      () => true,
      () => false,
    )
  }

  const learnRole = async () => {
    const now = await askRole?.().catch(() => null)
    if (now && !closed) role.set(now)
  }

  const online = () => present.retryNow()
  const offline = () => present.tryAnew()
  const leaving = () => present.tellLost()
  if (typeof window !== 'undefined') {
    window.addEventListener('online', online)
    window.addEventListener('offline', offline)
    window.addEventListener('pagehide', leaving)
  }

  let present = open('with-device')
  show(present)
  local
    ?.recovered(key)
    .then((kept) => recovered.set([...kept, ...recovered.get()]))
    .catch(() => undefined)

  return {
    briefId,
    titleBefore: options.titleBefore ?? '',
    get doc() {
      return present.doc
    },
    get awareness() {
      return present.awareness
    },
    copy,
    ready,
    connection,
    unsent,
    standing,
    fullness,
    people,
    role,
    recovered,
    dismissRecovered(id) {
      recovered.set(recovered.get().filter((text) => text.id !== id))
      local?.forgetRecovered(key, id).catch(() => undefined)
    },
    news,
    // An object of its own: two histories never take each other's changes.
    undoOrigin: { of: briefId },
    async close() {
      closed = true
      clearTimeout(resting)
      if (typeof window !== 'undefined') {
        window.removeEventListener('online', online)
        window.removeEventListener('offline', offline)
        window.removeEventListener('pagehide', leaving)
      }
      await Promise.all([next?.close('leave'), present.close('store')])
    },
  }
}

const reasons: Record<string, Recovered['because']> = { quota: 'no-room', schema: 'not-understood' }

/** Until the server says which role it is now: one that does not write the brief. */
const lesser = (role: Role): Role => (canWrite(role, 'brief') ? 'viewer' : role)

const ownUrl = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`

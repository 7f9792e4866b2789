/** Who is in the brief now, one entry a person, however many windows they have open. */
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import type { Person } from '../../shared/brief/document.ts'
import { caretColor } from '../../shared/brief/caret-color.ts'
import { createStore, type Store } from './store.ts'

export type Present = {
  id: string
  name: string
  /** As `#RRGGBB`, the colour of their caret on light paper. */
  color: string
  /** The client ids of their windows. */
  clients: number[]
  me: boolean
}

/** What the server writes into every state; what else stands in one is its client's own. */
const stated = z.object({
  user: z.object({
    id: z.string().min(1),
    name: z.string().min(1),
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
})

/** Always names `me` first, offline too; then the others by name. */
export const watchPresence = (awareness: Awareness, me: Person): Store<Present[]> & { close(): void } => {
  const people = createStore<Present[]>(presentIn(awareness, me), isSame)
  const look = () => people.set(presentIn(awareness, me))
  awareness.on('change', look)
  return { ...people, close: () => awareness.off('change', look) }
}

const presentIn = (awareness: Awareness, me: Person): Present[] => {
  const own: Present = { ...me, color: caretColor(me.id), clients: [awareness.clientID], me: true }
  const byId = new Map<string, Present>([[me.id, own]])
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const result = stated.safeParse(state)
    if (!result.success) continue
    const { user } = result.data
    const known = byId.get(user.id)
    if (known) known.clients.push(client)
    else byId.set(user.id, { id: user.id, name: user.name, color: user.color, clients: [client], me: false })
  }
  const [first, ...others] = byId.values()
  return [first!, ...others.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))]
}

/** Carets move all the time; who is there seldom changes. */
const isSame = (a: Present[], b: Present[]): boolean => JSON.stringify(a) === JSON.stringify(b)

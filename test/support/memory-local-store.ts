/** What a device keeps, in memory: outlives the tabs that use it, and can be full. */
import {
  type LocalCopy,
  type LocalKey,
  type LocalStore,
  type Recovered,
  together,
} from '../../client/brief/local-store.ts'

type Kept = { updates: Uint8Array[]; unsent: Set<string> }

export type MemoryLocalStore = LocalStore & {
  /** What is stored, by epoch. */
  epochs(key: LocalKey): number[]
  rows(key: LocalKey, epoch: number): readonly Uint8Array[]
  /** Marks of what the server has not. */
  unsent(key: LocalKey, epoch: number): string[]
  /** From now on nothing more can be stored, until it is `emptied`. */
  fill(): void
  empty(): void
}

const nameOf = (key: LocalKey) => `${key.person} ${key.document}`

export const memoryLocalStore = (): MemoryLocalStore => {
  const copies = new Map<string, Map<number, Kept>>()
  const texts = new Map<string, Recovered[]>()
  let full = false
  const epochsOf = (key: LocalKey) => {
    const known = copies.get(nameOf(key)) ?? new Map<number, Kept>()
    copies.set(nameOf(key), known)
    return known
  }
  /** As a device does: later, and all or nothing. */
  const write = async (change: () => void) => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (full) throw new Error('The device is full.')
    change()
  }

  const copyOf = (epoch: number, kept: Kept): LocalCopy => ({
    epoch,
    load: async () => ({ updates: [...kept.updates], unsent: [...kept.unsent] }),
    append: (updates, unsent) =>
      write(() => {
        if (unsent) kept.unsent.add(unsent)
        kept.updates.push(...updates)
      }),
    compact: () => write(() => void (kept.updates = [together(kept.updates)])),
    replace: (state, unsent) =>
      write(() => {
        if (unsent) kept.unsent.add(unsent)
        kept.updates = [state]
      }),
    sent: (marks) => write(() => marks.forEach((mark) => kept.unsent.delete(mark))),
    close() {},
  })

  const open = async (key: LocalKey, epoch: number) => {
    const epochs = epochsOf(key)
    const kept = epochs.get(epoch) ?? { updates: [], unsent: new Set<string>() }
    epochs.set(epoch, kept)
    return copyOf(epoch, kept)
  }

  return {
    async find(key) {
      const newest = Math.max(...epochsOf(key).keys())
      return Number.isFinite(newest) ? open(key, newest) : null
    },
    open,
    forgetOthers: (key, epoch) =>
      write(() => {
        for (const other of epochsOf(key).keys()) if (other !== epoch) epochsOf(key).delete(other)
      }),
    recovered: async (key) => [...(texts.get(nameOf(key)) ?? [])],
    keepRecovered: (key, text) =>
      write(() => void texts.set(nameOf(key), [...(texts.get(nameOf(key)) ?? []), text])),
    forgetRecovered: (key, id) =>
      write(
        () =>
          void texts.set(
            nameOf(key),
            (texts.get(nameOf(key)) ?? []).filter((text) => text.id !== id),
          ),
      ),
    epochs: (key) => [...epochsOf(key).keys()],
    rows: (key, epoch) => epochsOf(key).get(epoch)?.updates ?? [],
    unsent: (key, epoch) => [...(epochsOf(key).get(epoch)?.unsent ?? [])],
    fill() {
      full = true
    },
    empty() {
      full = false
    },
  }
}

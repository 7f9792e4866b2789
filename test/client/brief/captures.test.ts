import { describe, expect, it } from 'vitest'
import { type Capture, createCaptures } from '../../../client/brief/captures.ts'

const hash = 'b'.repeat(64)
const text = 'Exports fell.'
const info = {
  hash,
  mediaType: 'text/plain',
  filename: null,
  takenAt: '2024-05-03T10:00:00Z',
  extractor: 'text 1',
  length: text.length,
  encoding: 'utf-8',
  bytes: text.length,
  blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length }],
}

const device = () => {
  const kept = new Map<string, Capture | object>()
  return {
    kept,
    shelf: {
      get: async (h: string) => kept.get(h),
      set: async (h: string, c: Capture) => kept.set(h, c),
      delete: async (h: string) => kept.delete(h),
    },
  }
}

const diskIsFull = async () => {
  throw new Error('The disk is full.')
}

const server = () => {
  const asked: string[] = []
  let up = true
  const answer = async <T>(what: string, value: T) => {
    asked.push(what)
    if (!up) throw new Error('The server cannot be reached.')
    return value
  }
  return {
    asked,
    goAway: () => (up = false),
    comeBack: () => (up = true),
    fetch: {
      info: (h: string) => answer(`info ${h}`, info),
      text: (h: string) => answer(`text ${h}`, text),
      renew: async (h: string) => void (await answer(`renew ${h}`, null)),
    },
  }
}

describe('A saved copy', () => {
  it('is fetched once, however many ask at once', async () => {
    const here = server()
    const captures = createCaptures(here.fetch, device().shelf)
    const [a, b] = await Promise.all([captures.get(hash), captures.get(hash)])
    expect(a).toBe(b)
    expect(a.text).toBe(text)
    expect(here.asked).toHaveLength(2)
  })

  it('leaves the device, its memory and the browser when it was erased', async () => {
    const here = server()
    const { kept, shelf } = device()
    const captures = createCaptures(here.fetch, shelf)
    await captures.keep([hash])
    await captures.forget([hash])
    expect(kept.size).toBe(0)
    expect(here.asked.at(-1)).toBe(`renew ${hash}`)
    here.goAway()
    await expect(captures.get(hash)).rejects.toThrow('The server cannot be reached.')
  })

  it('is read from the device when the server is away', async () => {
    const here = server()
    const { shelf } = device()
    await createCaptures(here.fetch, shelf).keep([hash])
    here.goAway()
    expect((await createCaptures(here.fetch, shelf).get(hash)).text).toBe(text)
    expect(here.asked).toHaveLength(2)
  })

  it('is brought to the device before it is read, and what cannot be had stops nothing', async () => {
    const here = server()
    const { shelf } = device()
    const other = 'c'.repeat(64)
    const gone = {
      ...here.fetch,
      text: async (h: string) => (h === other ? Promise.reject(new Error('No.')) : text),
    }
    await createCaptures(gone, shelf).keep([other, hash])
    here.goAway()
    expect((await createCaptures(here.fetch, shelf).get(hash)).text).toBe(text)
  })

  it('is asked for again after it could not be had', async () => {
    const here = server()
    const captures = createCaptures(here.fetch, device().shelf)
    here.goAway()
    await expect(captures.get(hash)).rejects.toThrow('cannot be reached')
    here.comeBack()
    expect((await captures.get(hash)).text).toBe(text)
  })

  it('comes from the server when what lies on the device is cut short or of another kind', async () => {
    const here = server()
    const { shelf, kept } = device()
    kept.set(hash, { info, text: text.slice(0, 5) })
    expect((await createCaptures(here.fetch, shelf).get(hash)).text).toBe(text)
    kept.set(hash, { old: 'format' })
    expect((await createCaptures(here.fetch, shelf).get(hash)).text).toBe(text)
    expect(here.asked).toHaveLength(4)
  })

  it('is counted as on the device only when it lies there, and not when it was only read', async () => {
    const here = server()
    const { shelf, kept } = device()
    const captures = createCaptures(here.fetch, shelf)
    await captures.get(hash)
    expect([...kept.keys(), ...captures.held.get()]).toEqual([])
    await captures.keep([hash])
    expect([...kept.keys(), ...captures.held.get()]).toEqual([hash, hash])
    await captures.letGo([hash])
    expect([...kept.keys(), ...captures.held.get()]).toEqual([])
    const full = createCaptures(here.fetch, { get: shelf.get, set: diskIsFull, delete: diskIsFull })
    await full.keep([hash])
    expect(full.held.get().size).toBe(0)
  })

  it('is read all the same on a device that keeps nothing', async () => {
    const captures = createCaptures(server().fetch, { get: diskIsFull, set: diskIsFull, delete: diskIsFull })
    expect((await captures.get(hash)).text).toBe(text)
  })
})

/**
 * What a person may not read reaches them by no address: every one of the API's, as its own description lists them, is asked
 * for a brief that is not theirs. A new address is asked too, and one with a new kind of name fails until it is given here.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCitation } from '../../shared/brief/citation.ts'
import { roots } from '../../shared/brief/document.ts'
import { changeExcerpt } from '../../shared/brief/excerpt.ts'
import { changeSource } from '../../shared/brief/source.ts'
import { type Client, startTestServer, type TestServer } from '../support/server.ts'

/** Words that stand in the secret brief and nowhere else. */
const SECRETS = {
  title: 'Ultramarine',
  source: 'Cinnabar',
  text: 'Vermilion',
  note: 'Heliotrope',
  tag: 'Gamboge',
  sentence: 'Viridian',
  speaker: 'Amaranth',
  sourceNote: 'Smaragdine',
}
const ADDRESS = 'https://news.example/the-same-work'

type Operation = { method: string; path: string }
type Secret = { id: string; source: string; hash: string; excerpt: string; link: string; person: string }

let server: TestServer
let secret: Secret
let operations: Operation[]
let ben: Client

beforeAll(async () => {
  server = await startTestServer()
  secret = await secretBrief()
  const own = await server.newBrief('Of Ben')
  ben = await server.invite(own.id, 'editor')
  // The very same work, as Ben knows it: what the other brief says of it is still none of his business.
  await server.post(`/api/briefs/${own.id}/sources`, {
    text: 'Public words of the same page.',
    item: { type: 'webpage', title: 'A page', URL: ADDRESS },
  })
  const { paths } = await server.get('/api/openapi.json')
  operations = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
})
afterAll(() => server.close())

const secretBrief = async (): Promise<Secret> => {
  const { id } = await server.newBrief(`${SECRETS.title} brief`)
  const text = `${SECRETS.text} exports fell by a third, officials said.`
  const { source, capture } = await server.post(`/api/briefs/${id}/sources`, {
    text,
    item: { type: 'webpage', title: SECRETS.source, URL: ADDRESS },
  })
  const excerpt = await server.post(`/api/briefs/${id}/excerpts`, {
    sourceId: source.id,
    capture: capture.hash,
    start: 0,
    end: text.length,
  })
  await server.services.rooms.transact(id, (doc) => {
    changeExcerpt(doc, excerpt.id, {
      note: SECRETS.note,
      tags: [SECRETS.tag],
      says: { name: SECRETS.speaker, named: true },
    })
    changeSource(doc, source.id, { note: SECRETS.sourceNote })
    const citation = addCitation(doc, { cites: [{ source: source.id, excerpt: excerpt.id }] })
    const paragraph = new Y.XmlElement('paragraph')
    const words = new Y.XmlText()
    const sentence = `${SECRETS.sentence} exports fell.`
    words.insert(0, sentence)
    const node = new Y.XmlElement('citation')
    node.setAttribute('id', citation)
    words.insertEmbed(sentence.length, node)
    paragraph.insert(0, [words])
    roots(doc).body.insert(0, [paragraph])
  })
  const member = await server.invite(id, 'editor', 'Dora')
  const { url } = await server.post(`/api/briefs/${id}/links`, { role: 'viewer' })
  return {
    id,
    source: source.id,
    hash: capture.hash,
    excerpt: excerpt.id,
    link: new URL(url).pathname.split('/').at(-1)!,
    person: member.me.id,
  }
}

const addressOf = ({ path }: Operation): string => {
  const names: Record<string, string> = {
    id: secret.id,
    source: secret.source,
    hash: secret.hash,
    link: secret.link,
    person: secret.person,
    event: '1',
    token: 'nothing',
    publication: 'nothing',
    // Whoever has the address of a link may know where it leads.
    key: 'nothing',
  }
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name]
    if (value === undefined) throw new Error(`Give "${name}" of ${path} a value in this test.`)
    return encodeURIComponent(value)
  })
}

/** Secrets that stand in what is answered to anything that may be asked there. */
const leaked = async (client: Client, operation: Operation): Promise<string[]> => {
  const queries =
    operation.path === '/api/library/work'
      ? [`?work=${encodeURIComponent('url:news.example/the-same-work')}`]
      : operation.path.startsWith('/api/library')
        ? Object.values(SECRETS).map((word) => `?q=${word}`)
        : ['']
  const found = new Set<string>()
  for (const query of queries) {
    const sent = operation.method === 'GET' ? undefined : {}
    const { status, body } = await client.ask(operation.method, addressOf(operation) + query, sent)
    const said = JSON.stringify(body)
    // What was asked may be said again.
    for (const word of Object.values(SECRETS))
      if (!query.includes(word) && said.includes(word)) found.add(word)
    if (status < 300 && operation.path.includes('{id}')) found.add(`${status} for a brief of others`)
    if (status >= 500) found.add(`${status}`)
  }
  return [...found]
}

const leaks = async (client: Client, which = operations): Promise<string[]> => {
  const all: string[] = []
  for (const operation of which)
    for (const what of await leaked(client, operation))
      all.push(`${operation.method} ${operation.path}: ${what}`)
  return all
}
const reading = () => operations.filter(({ method }) => method === 'GET')

describe('A brief that is somebody else’s', () => {
  it('reaches its members by the addresses for it, or this test would find nothing', async () => {
    const found = await leaks(server.owner, reading())
    for (const path of ['export.md', 'sources', 'export.html', 'members'])
      expect(
        found.some((line) => line.includes(`/{id}/${path}`)),
        path,
      ).toBe(true)
    for (const path of [
      '/api/captures/{hash}/text',
      '/api/library/search',
      '/api/library/work',
      '/api/briefs:',
    ])
      expect(
        found.some((line) => line.includes(path)),
        path,
      ).toBe(true)
  })

  it('reaches no other person, not even one who has the same work', async () => {
    expect(await leaks(ben)).toEqual([])
  })

  it('reaches nobody who is not signed in', async () => {
    expect(await leaks(server.anonymous)).toEqual([])
  })

  it('is gone at once for one who is taken out of it', async () => {
    const cem = await server.invite(secret.id, 'editor', 'Cem')
    expect(await leaks(cem, reading())).not.toEqual([])
    await server.delete(`/api/briefs/${secret.id}/members/${cem.me.id}`)
    expect(await leaks(cem, reading())).toEqual([])
  })

  it('is gone for everybody once it is deleted, its saved copies and its words in the search too', async () => {
    await server.delete(`/api/briefs/${secret.id}`)
    expect(await leaks(server.owner, reading())).toEqual([])
  })
})

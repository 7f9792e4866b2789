/**
 * No text is lost without a word: what a merge takes although nobody who deleted had seen it is listed as recovered
 * text. Real editors' bindings on real sockets. VOUCH_SEED=n plays another run, VOUCH_LONG=1 plays many.
 */
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writersAtServer, type WritersAtServer } from '../../support/writers-at-server.ts'
import { rulesOf } from '../../../server/sync/shape.ts'
import { startSyncServer, type SyncServer } from '../../support/sync-server.ts'
import { playAtServer } from './random-reshapers.ts'

let dir: string
let server: SyncServer
let table: WritersAtServer

beforeEach(async () => {
  dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-lost-'))
  server = await startSyncServer(dir, { rules: rulesOf })
})
afterEach(async () => {
  await server.close()
  await fs.rm(dir, { recursive: true })
})

/** What each has under recovered text in the end, and what the brief says. */
const outcome = async () => {
  await table.together()
  const [ana, ben] = table.people
  const text = ana!.writer.text
  expect(ben!.writer.text).toBe(text)
  await table.leave()
  return { text, ana: ana!.recovered(), ben: ben!.recovered() }
}

const sit = async (brief: string) => {
  table = await writersAtServer(server, brief)
  return table.people as [WritersAtServer['people'][0], WritersAtServer['people'][0]]
}

describe('words in a paragraph that a colleague joins to another', () => {
  const brief = 'Exports fell.\nImports rose.\nPrices held.'

  it('are told to their writer who was offline', async () => {
    const [ana, ben] = await sit(brief)
    ana.cut()
    ana.writer.at('Imports|').type(' of steel')
    ben.writer.at('|Imports').join()
    await ben.saved()
    await ana.back()
    expect(await outcome()).toEqual({
      text: 'Exports fell.Imports rose.\nPrices held.',
      ana: [['changed-meanwhile', ['of steel']]],
      ben: [],
    })
  })

  it('are told to who joined them offline, while their writer has gone on', async () => {
    const [ana, ben] = await sit(brief)
    ben.cut()
    ben.writer.at('|Imports').join()
    ana.writer.at('Imports|').type(' of steel').at('|Imports').type('Then ')
    await ana.saved()
    await ben.back()
    expect(await outcome()).toEqual({
      text: 'Exports fell.Imports rose.\nPrices held.',
      ana: [],
      ben: [['came-late', ['of steel', 'Then']]],
    })
  })

  it('are told when both happen at one moment', async () => {
    const [ana, ben] = await sit(brief)
    ana.writer.at('Imports|').type(' of steel')
    ben.writer.at('|Imports').join()
    const { text, ana: hers, ben: his } = await outcome()
    expect(text).toBe('Exports fell.Imports rose.\nPrices held.')
    expect(JSON.stringify([hers, his])).toContain('of steel')
  })

  it('are told after the page was closed and opened again', async () => {
    const [ana, ben] = await sit(brief)
    ana.cut()
    ana.writer.at('Imports|').type(' of steel')
    await ana.reopen()
    ben.writer.at('|Imports').join()
    await ben.saved()
    await ana.back()
    expect((await outcome()).ana).toEqual([['changed-meanwhile', ['of steel']]])
  })

  it('are told whole, where part of a word was written', async () => {
    const [ana, ben] = await sit(brief)
    ana.cut()
    ana.writer.at('Import|').type('er').at('rose|').type(' a little')
    ben.writer.at('|Imports').join()
    await ben.saved()
    await ana.back()
    expect((await outcome()).ana).toEqual([['changed-meanwhile', ['Importers … a little.']]])
  })
})

describe('nothing is told', () => {
  const brief = 'Exports fell.\nImports of steel rose in May.\nPrices held.'
  const nothing = async () => {
    const { ana, ben } = await outcome()
    expect([ana, ben]).toEqual([[], []])
  }

  it('of a paragraph that a colleague has seen and deletes', async () => {
    const [ana, ben] = await sit(brief)
    ana.writer.at('Imports|').type(' and exports')
    await table.together()
    ana.cut()
    ben.writer.over('Imports and exports of steel rose in May.').erase().join()
    await ben.saved()
    ana.writer.atEnd().type(' So.')
    await ana.back()
    await nothing()
  })

  it('of words that their writer deletes again', async () => {
    const [ana, ben] = await sit(brief)
    ana.cut()
    ana.writer.at('Imports|').type(' gone').over(' gone').erase()
    ben.writer.at('|Imports').join()
    await ben.saved()
    await ana.back()
    await nothing()
  })

  it('of words that stay, split or joined or not', async () => {
    const [ana, ben] = await sit(brief)
    ana.cut()
    ana.writer.at('Imports|').type(' and exports').at('Prices|').split()
    ben.writer.at('steel|').split().at('|Prices').join()
    await ben.saved()
    await ana.back()
    expect((await outcome()).ana).toEqual([])
  })

  it('of a paragraph that both join to the one before', async () => {
    const [ana, ben] = await sit(brief)
    ana.cut()
    ana.writer.at('|Imports').join()
    ben.writer.at('|Imports').join()
    await ben.saved()
    await ana.back()
    await nothing()
  })

  it('of a brief that is opened, whatever was deleted in it', async () => {
    const [ana, ben] = await sit(brief)
    ben.writer.over('Imports of steel').erase().at('|Prices').join()
    await table.together()
    await ana.reopen()
    expect(Y.encodeStateVector(ana.writer.doc).length).toBeGreaterThan(1)
    await nothing()
  })
})

describe('random people who split, join, write and delete', () => {
  const first = Number(process.env.VOUCH_SEED ?? 1)
  const rounds = process.env.VOUCH_SEED ? 1 : process.env.VOUCH_LONG ? 150 : 5
  /** Each round mostly waits. */
  const AT_ONCE = 6

  it.each(['apart', 'live'] as const)(
    '%s, lose no letter without a word',
    async (how) => {
      for (let seed = first; seed < first + rounds; seed += AT_ONCE) {
        const seeds = Array.from({ length: Math.min(AT_ONCE, first + rounds - seed) }, (_, i) => seed + i)
        await Promise.all(
          seeds.map(async (each) => {
            const account = await playAtServer(server, { seed: each, isLive: how === 'live' })
            expect(account.silent, `VOUCH_SEED=${each}`).toEqual([])
          }),
        )
      }
    },
    600_000,
  )
})

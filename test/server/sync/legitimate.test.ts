/**
 * What honest people do is never refused: a false refusal costs somebody their work. VOUCH_SEED=n plays another run;
 * VOUCH_LONG=1 plays twenty thousand updates.
 */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createAllowance, createLedger } from '../../../server/sync/ledger.ts'
import { type LiveDocument, openLiveDocument } from '../../../server/sync/live-document.ts'
import { rulesOf } from '../../../server/sync/shape.ts'
import { fillBrief } from '../../../shared/brief/fill.ts'
import { newClientId } from '../../../shared/wire/client-id.ts'
import { briefOf, Writer } from '../../shared/binding/writers.ts'
import { actsOf, asFarAsPossible } from '../../support/every-act.ts'
import { brief } from '../../support/random-brief.ts'
import { type Random, random, seedOfRun } from '../../support/random.ts'

const UPDATES = process.env.VOUCH_LONG ? 20_000 : 900
/** Then everybody begins another brief: a long one makes the binding slow, not the guard. */
const UPDATES_A_BRIEF = 150
const seed = seedOfRun()

type Person = {
  writer: Writer
  isOnline: boolean
  allowance: ReturnType<typeof createAllowance>
  /** Not the first step 2 of this socket any more. */
  caughtUp: boolean
}

/** Some people at one document that is guarded as a room guards it. */
const table = async (chance: Random) => {
  const state = briefOf('Exports fell. Imports rose.\nPrices held.\nWages too.')
  const live: LiveDocument = await openLiveDocument({
    load: async () => [state],
    ledger: createLedger([]),
    rules: rulesOf('brief'),
  })
  let offered = 0
  let waiting: { by: Person; update: Uint8Array }[] = []
  const people: Person[] = []

  const offer = async (by: Person, update: Uint8Array, step2: boolean) => {
    const who = { person: { id: by.writer.name }, allowance: by.allowance }
    const early = !by.caughtUp
    const { outcomes, changes } = await live.apply([{ update, by: who, step2, early }])
    offered++
    expect(['news', 'nothing-new'], `update ${offered} of ${by.writer.name}, seed ${seed}`).toContain(
      outcomes[0],
    )
    for (const change of changes)
      for (const other of people) if (other !== by && other.isOnline) other.writer.receive(change)
  }
  const sit = (name: string, doc: Y.Doc): Person => {
    const person: Person = {
      writer: new Writer(name, doc),
      isOnline: true,
      allowance: createAllowance(() => 0),
      caughtUp: true,
    }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'post' && person.isOnline) waiting.push({ by: person, update })
    })
    return person
  }
  for (const name of ['ana', 'ben', 'cy']) {
    const doc = new Y.Doc()
    doc.clientID = name === 'cy' ? chance.below(2 ** 32) : newClientId()
    Y.applyUpdate(doc, live.whole(), 'post')
    people.push(sit(name, doc))
  }
  return {
    people,
    offered: () => offered,
    async send() {
      const all = waiting
      waiting = []
      for (const { by, update } of all) await offer(by, update, false)
    },
    async comeBack(person: Person, how: 'whole' | 'diff' | 'merged') {
      person.isOnline = true
      person.allowance = createAllowance(() => 0)
      person.caughtUp = false
      const all = Y.encodeStateAsUpdate(person.writer.doc)
      const diff = Y.encodeStateAsUpdate(person.writer.doc, live.stateVector())
      const merged = Y.mergeUpdates([Y.diffUpdate(all, live.stateVector()), diff])
      await offer(person, how === 'whole' ? all : how === 'diff' ? diff : merged, true)
      person.caughtUp = true
      person.writer.receive(live.whole())
      await this.send()
    },
    leave() {
      for (const { writer } of people) writer.leave()
      live.destroy()
    },
  }
}

it(`lets ${UPDATES} updates of honest people through, of every kind  [seed ${seed}]`, async () => {
  const chance = random(seed)
  let done = 0
  for (let n = 0; done < UPDATES;) {
    const at = await table(chance)
    while (at.offered() < Math.min(UPDATES_A_BRIEF, UPDATES - done)) {
      const person = chance.pick(at.people)
      if (person.isOnline && chance.next() < 0.01) person.isOnline = false
      asFarAsPossible(() => chance.pick(actsOf(chance, n++))(person.writer))
      if (!person.isOnline && chance.next() < 0.1)
        await at.comeBack(person, chance.pick(['whole', 'diff', 'merged'] as const))
      await at.send()
    }
    done += at.offered()
    at.leave()
  }
  expect(done).toBeGreaterThanOrEqual(UPDATES)
}, 1_200_000)

it(`lets any brief through that can be written  [seed ${seed}]`, async () => {
  for (const contents of fc.sample(brief, { numRuns: process.env.VOUCH_LONG ? 500 : 40, seed })) {
    const live = await openLiveDocument({
      load: async () => [Y.encodeStateAsUpdate(new Y.Doc())],
      ledger: createLedger([]),
      rules: rulesOf('brief'),
    })
    const doc = new Y.Doc()
    fillBrief(doc, contents)
    const by = { person: { id: 'ana' }, allowance: createAllowance() }
    const update = Y.encodeStateAsUpdate(doc)
    const { outcomes } = await live.apply([{ update, by, step2: false, early: false }])
    expect(outcomes, JSON.stringify(contents.body).slice(0, 300)).toEqual(['news'])
    live.destroy()
  }
}, 600_000)

/**
 * Random people who write, delete, split, join and move blocks at one brief on the server, together and apart, and an
 * account of every letter they typed: each occurs once in a run.
 */
import { agree, type Writer } from '../../shared/binding/writers.ts'
import { randomFrom } from '../../shared/binding/random-writers.ts'
import type { SyncServer } from '../../support/sync-server.ts'
import { writersAtServer } from '../../support/writers-at-server.ts'

export type Telling = {
  letters: number
  /** Not in the body, though nobody deleted them there on purpose; told to somebody. */
  told: string[]
  /** The same, and told to nobody. */
  silent: string[]
}

const ACTS = [
  'type',
  'type',
  'type',
  'put',
  'split',
  'join',
  'join',
  'move block',
  'erase',
  'backspace',
] as const

const lettersOf = (text: string) => [...text].filter((letter) => letter >= '\u4e00')
const typedIn = (text: string) => new Set(lettersOf(text))

export const playAtServer = async (
  server: SyncServer,
  options: { seed: number; isLive: boolean; stretches?: number; actsPerStretch?: number },
): Promise<Telling> => {
  const { seed, isLive, stretches = 3, actsPerStretch = 12 } = options
  const random = randomFrom(seed)
  let letters = 0
  const taken = new Set<string>()
  const some = (n: number) =>
    Array.from({ length: n }, () => String.fromCharCode(0x4e00 + ++letters)).join(' ')
  const brief = Array.from({ length: 4 }, () => some(9)).join('\n')
  const table = await writersAtServer(server, brief)
  const somewhere = (writer: Writer) => writer.to(random.below(writer.state.doc.content.size + 1))
  const doing: Record<(typeof ACTS)[number], (writer: Writer) => unknown> = {
    type: (writer) => somewhere(writer).type(` ${some(1 + random.below(3))} `),
    put: (writer) => somewhere(writer).put(` ${some(1 + random.below(6))} `),
    split: (writer) => somewhere(writer).split(),
    join: (writer) => somewhere(writer).join(),
    'move block': (writer) => somewhere(writer).moveBlock(random.below(4)),
    erase(writer) {
      const { $from, from } = somewhere(writer).selection
      const most = $from.parent.content.size - $from.parentOffset
      writer.between(from, from + Math.min(most, 1 + random.below(4))).erase()
    },
    backspace: (writer) => somewhere(writer).backspace(),
  }

  for (let stretch = 0; stretch < stretches; stretch++) {
    const away = isLive ? null : random.pick(table.people)
    away?.cut()
    for (let i = 0; i < actsPerStretch; i++) {
      const { writer } = random.pick(table.people)
      // Of a letter that a merge has doubled, two people may each delete one.
      const before = lettersOf(writer.text)
      doing[random.pick(ACTS)](writer)
      const after = lettersOf(writer.text)
      for (const letter of before) {
        const at = after.indexOf(letter)
        if (at < 0) taken.add(letter)
        else after.splice(at, 1)
      }
      // Some of what was written comes through; nobody waits for it.
      if (random.chance(0.4)) await new Promise((resolve) => setTimeout(resolve, random.below(6)))
    }
    await table.together()
  }
  const writers = table.people.map(({ writer }) => writer)
  agree(writers)
  const text = writers[0]!.text
  await table.leave()
  const recovered = table.people.flatMap((person) => person.recovered().flatMap(([, texts]) => texts))
  const there = typedIn(text)
  const toldOf = typedIn(recovered.join(''))
  const lost = Array.from({ length: letters }, (_, i) => String.fromCharCode(0x4e01 + i)).filter(
    (letter) => !there.has(letter) && !taken.has(letter),
  )
  return {
    letters,
    told: lost.filter((letter) => toldOf.has(letter)),
    silent: lost.filter((letter) => !toldOf.has(letter)),
  }
}

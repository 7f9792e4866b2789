/**
 * Every hostile frame and stream against the built server in a 512 MB heap, with an honest person at work beside it:
 * `npm run bench -- hostile [WORD …]`, only those whose name has one of the words. What the honest one waits is the least
 * of up to five tries: the machine's other work only adds to it.
 */
import { hostileFrames } from '../support/hostile-frames.ts'
import { hostileStreams } from '../support/hostile-streams.ts'
import { type Attack, besiege, type Felt } from '../support/siege.ts'
import { report, type Row } from './report.ts'

const WAITS_MS = 50
const MEMORY = 64 * 1024 * 1024
const NEWCOMER_MS = 1000
const TRIES = 5

const words = process.argv.slice(2)
const attacks: Attack[] = [...hostileFrames, ...hostileStreams].filter(
  (each) => words.length === 0 || words.some((word) => each.attacks.includes(word)),
)

const siege = await besiege()
const rows: Row[] = []
let held = 0
const memoryBefore = siege.memory()
for (const attack of attacks) {
  let felt = await siege.endure(attack)
  for (let tried = 1; tried < TRIES && !isLittle(felt); tried++)
    felt = least(felt, await siege.endure(attack))
  const strangers = await siege.strangersInLog()
  const isAlive = await siege.isAlive()
  const isAsItShould =
    isAlive &&
    isLittle(felt) &&
    strangers.length === 0 &&
    (felt.closed === null) === (attack.end === 'harmless')
  if (isAsItShould) held++
  rows.push({
    attack: attack.attacks,
    closed: String(felt.closed ?? 'no need to'),
    [`waited ms, at most ${WAITS_MS}`]: felt.waited,
    'more MB, at most 64': felt.memory / 1024 / 1024,
    'newcomer ms, at most 1000': felt.newcomer,
    'in the log': strangers.length === 0 ? 'nothing' : strangers.join(' '),
    held: isAsItShould ? 'yes' : 'NO',
  })
}
const memoryAfter = siege.memory()
await siege.end()
report('hostile', rows)
const inMB = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
process.stdout.write(
  `The server took ${inMB(memoryBefore)} before all of them and ${inMB(memoryAfter)} after.\n`,
)
process.stdout.write(`${held} of ${attacks.length} held.\n`)
process.exit(held === attacks.length ? 0 : 1)

function isLittle({ waited, memory, newcomer }: Felt): boolean {
  return waited <= WAITS_MS && memory <= MEMORY && newcomer <= NEWCOMER_MS
}

function least(one: Felt, other: Felt): Felt {
  return {
    closed: other.closed,
    waited: Math.min(one.waited, other.waited),
    memory: Math.min(one.memory, other.memory),
    newcomer: Math.min(one.newcomer, other.newcomer),
  }
}

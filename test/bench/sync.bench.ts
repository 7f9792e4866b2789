/**
 * Ours against its rivals, each with its storage on, in turn in one run: `npm run bench -- sync [SCENARIO …]`. Medians of
 * VOUCH_ROUNDS rounds (3); CPU from the operating system. VOUCH_TRACE names the history (sync/history.ts). At the end
 * two tables: every figure of every server, and how ours stand to what is wanted of them.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { median, report, type Row } from './report.ts'
import { cursors } from './sync/cursors.ts'
import { fanOut } from './sync/fan-out.ts'
import { readHistory } from './sync/history.ts'
import { bring, comeBack, opening } from './sync/opening.ts'
import { pairs } from './sync/pairs.ts'
import { type Peer, type PeerName, PEERS, startPeer } from './sync/peers.ts'
import { connectionCost, openedTwice } from './sync/room-for-many.ts'
import { storeSingly } from './sync/store-singly.ts'
import { held, type Target } from './sync/targets.ts'

const ROUNDS = Number(process.env.VOUCH_ROUNDS ?? 3)
const SECONDS = 6
/** Hocuspocus stores two seconds after the last change. */
const UNTIL_STORED = 5_000

type Figures = Record<string, number>
type Scenario = {
  peers: readonly PeerName[]
  rounds?: number
  targets: Target[]
  /** `now`: another process goes on for this one, and is stopped in its place. */
  run(peer: Peer, now: (peer: Peer) => Peer): Promise<Figures>
}

const WITH_DOCUMENTS: PeerName[] = ['vouch', 'hocuspocus', 'y-websocket']
const history = (() => {
  let read: ReturnType<typeof readHistory> | null = null
  return () => (read ??= readHistory())
})()

const fan = (edits: number, targets: Target[]): Scenario => ({
  peers: PEERS,
  targets,
  async run(peer) {
    const { perCpuSecond, p50, p99, complete } = await fanOut(peer, { readers: 200, edits, seconds: SECONDS })
    return { 'deliveries/CPU s': perCpuSecond, 'p50 ms': p50, 'p99 ms': p99, 'arrived %': complete * 100 }
  },
})

/** Edits a second until a letter is later than a second, or does not come. */
const STEPS = [100, 200, 400, 600, 800, 1200, 1600]
const ceiling: Scenario = {
  peers: ['vouch', 'hocuspocus'],
  rounds: 1,
  targets: [{ figure: 'ceiling edits/s', of: 'hocuspocus', is: 'at least', times: 1 }],
  async run(peer) {
    let reached = 0
    for (const edits of STEPS) {
      const { p99, complete } = await fanOut(peer, { readers: 200, edits, seconds: 4 })
      if (p99 > 1000 || complete < 0.98) break
      reached = edits
    }
    return { 'ceiling edits/s': reached }
  },
}

const scenarios: Record<string, Scenario> = {
  'fan-out-50': fan(50, [
    { figure: 'deliveries/CPU s', of: 'hocuspocus', is: 'at least', times: 1.15 },
    { figure: 'deliveries/CPU s', of: 'relay', is: 'at least', times: 0.85 },
    { figure: 'p50 ms', of: 'hocuspocus', is: 'at most', times: 1 },
  ]),
  'fan-out-200': fan(200, [
    { figure: 'deliveries/CPU s', of: 'hocuspocus', is: 'at least', times: 1.5 },
    { figure: 'p50 ms', of: 'hocuspocus', is: 'at most', times: 1, more: 16 },
  ]),
  ceiling,
  pairs: {
    peers: WITH_DOCUMENTS,
    targets: [{ figure: 'deliveries/CPU s', of: 'hocuspocus', is: 'at least', times: 1.5 }],
    async run(peer) {
      const { perCpuSecond } = await pairs(peer, { documents: 500, seconds: SECONDS })
      return { 'deliveries/CPU s': perCpuSecond }
    },
  },
  cursors: {
    peers: PEERS,
    targets: [
      { figure: 'p99 ms', of: 'hocuspocus', is: 'at most', times: 0.3 },
      // Quarters of a few seconds differ by chance; a lag that builds up is far beyond twice.
      { figure: 'last quarter / first', is: 'at most', times: 2 },
    ],
    async run(peer) {
      const { p50, p99, buildsUp } = await cursors(peer, { people: 200, seconds: SECONDS })
      return { 'p50 ms': p50, 'p99 ms': p99, 'last quarter / first': buildsUp }
    },
  },
  history: {
    peers: WITH_DOCUMENTS,
    targets: [
      { figure: 'first open ms', of: 'hocuspocus', is: 'at most', times: 0.6 },
      { figure: 'open ms', of: 'hocuspocus', is: 'at most', times: 0.6 },
      { figure: 'open kB', of: 'hocuspocus', is: 'at most', times: 0.5 },
      { figure: '500 back ms', of: 'hocuspocus', is: 'at most', times: 0.4 },
    ],
    async run(started, now) {
      const [document] = await started.documents(1)
      await bring(started, document!, history())
      await wait(UNTIL_STORED)
      const opened = now(await started.restarted())
      const first = await opening(opened, document!, 1)
      const { ms, kB } = await opening(opened, document!, 7)
      // That is when all come at once: after the server was away.
      const back = now(await opened.restarted())
      return {
        'first open ms': first.ms,
        'open ms': ms,
        'open kB': kB,
        '500 back ms': await comeBack(back, document!, history().state, 500),
      }
    },
  },
  // To be read beside `history`: the same whether stored as one update or as 260,000.
  'history-singly': {
    peers: ['vouch'],
    targets: [],
    async run() {
      const dir = mkdtempSync(join(tmpdir(), 'vouch-bench-'))
      const document = await storeSingly(dir, history())
      const peer = await startPeer('vouch', dir)
      const first = await opening(peer, document, 1)
      const { ms, kB } = await opening(peer, document, 7)
      await peer.stop()
      return { 'first open ms': first.ms, 'open ms': ms, 'open kB': kB }
    },
  },
  connections: {
    peers: PEERS,
    rounds: 1,
    targets: [{ figure: 'kB a connection', is: 'at most', times: 25 }],
    run: async (peer) => ({ 'kB a connection': await connectionCost(peer, 1000) }),
  },
  'opened-twice': {
    peers: ['vouch'],
    rounds: 1,
    targets: [{ figure: 'second pass / first', is: 'at most', times: 1.05 }],
    run: async (peer) => ({ 'second pass / first': await openedTwice(peer, 2000) }),
  },
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in scenarios))
if (unknown)
  throw new Error(`There is no scenario "${unknown}". There are: ${Object.keys(scenarios).join(', ')}.`)

const figureRows: Row[] = []
const targetRows: Row[] = []
for (const [name, { peers, rounds = ROUNDS, targets, run }] of Object.entries(scenarios)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const measured = new Map<PeerName, Figures[]>(peers.map((peer) => [peer, []]))
  for (let round = 0; round < rounds; round++) {
    // Another one begins each round, so that none always follows the same.
    for (let n = 0; n < peers.length; n++) {
      const who = peers[(n + round) % peers.length]!
      let peer = await startPeer(who)
      try {
        measured.get(who)!.push(await run(peer, (other) => (peer = other)))
      } catch (error) {
        process.stderr.write(`${name}: ${who} did not get through: ${String(error)}\n`)
      } finally {
        await peer.stop()
      }
    }
  }
  const medians = new Map(peers.map((who) => [who, mediansOf(measured.get(who)!)]))
  for (const figure of Object.keys(medians.get('vouch') ?? {}))
    figureRows.push({
      scenario: name,
      figure,
      ...Object.fromEntries(PEERS.map((who) => [who, medians.get(who)?.[figure] ?? '–'])),
    })
  for (const target of targets) targetRows.push({ scenario: name, ...held(target, medians) })
  // A long run shows how far it is.
  process.stdout.write(`${name}: ${JSON.stringify(Object.fromEntries(medians))}\n`)
  if (name.startsWith('history'))
    process.stdout.write(
      `History: ${history().from === 'trace' ? 'the trace' : 'made, of the same length'}.\n`,
    )
}
process.stdout.write('\n')
report('sync', figureRows)
if (targetRows.length > 0) {
  process.stdout.write('\n')
  report('sync-targets', targetRows)
}
process.exit(0)

function mediansOf(all: Figures[]): Figures {
  const keys = Object.keys(all[0] ?? {})
  return Object.fromEntries(keys.map((key) => [key, median(all.map((figures) => figures[key]!))]))
}

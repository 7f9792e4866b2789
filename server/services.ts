/** Wires what the server consists of: the only place that chooses the store. */
import path from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import { welcome } from './brief/arrive.ts'
import { type Carrier, openCarrier } from './brief/carrier.ts'
import { type CheckRounds, followChecks } from './brief/check-rounds.ts'
import type { Follower } from './brief/follow.ts'
import { followSources, reindex, type Reindexed } from './brief/library-index.ts'
import { followTitles } from './brief/titles.ts'
import type { Config } from './config.ts'
import { type Attempts, countAttempts } from './http/attempts.ts'
import { createFetcher, type Fetcher } from './ingest/fetch-page.ts'
import type { HouseReaders, Readers, Unpackers, WordReaders } from './ingest/ingest.ts'
import { openReadingRoom } from './ingest/reading-room.ts'
import type { Log } from './log.ts'
import { diskFull, isCannotWrite, isDiskFull } from './storage/cannot-write.ts'
import { catchUpSearch } from './storage/capture-search.ts'
import { sweepPieces } from './storage/capture-bytes.ts'
import { type Database, DATABASE_FILE, emptyFolder, openDatabase, prepareFolder } from './storage/database.ts'
import { lockFolder } from './storage/folder-lock.ts'
import { ownerOfWorkspace } from './storage/people.ts'
import { removeHalfRestored } from './storage/restore.ts'
import { type ScheduledBackups, scheduleBackups } from './storage/scheduled-backups.ts'
import { newSecret } from './storage/secret.ts'
import { addToken } from './storage/sessions.ts'
import { documents } from './storage/updates.ts'
import { createMeters, type Meters } from './sync/meters.ts'
import { createRooms, type Problem, type Rooms } from './sync/rooms.ts'

export type Services = {
  config: Config
  log: Log
  db: Kysely<Database>
  rooms: Rooms<Transaction<Database>>
  attempts: Attempts
  /** How often documents were in trouble since the start. */
  problems: ReadonlyMap<Problem, number>
  meters: Meters
  /** Where files are read that come from outside. */
  readers: Readers & Unpackers & WordReaders & HouseReaders
  /** Where two texts are compared. */
  carrier: Carrier
  /** Fetches pages of the public web. */
  fetcher: Fetcher
  /** The folder where files lie that are being received and read: empty at each start. */
  incoming: string
  /** What commands beside this server show to it; new at each start. */
  localSecret: string
  library: Pick<Follower, 'upToDate'> & {
    /** Makes its indexes anew, while people work. */
    reindex(): Promise<Reindexed>
  }
  /** Looks again at the addresses of sources. */
  checkRounds: CheckRounds
  /** Null: nobody asked for any. */
  backups: ScheduledBackups | null
  /** The port it listens on, once it listens. */
  port(): number
  /** Says where it listens. */
  listens(port: number, address: string): void
  /** Makes everything durable and lets go of the folder. */
  close(): Promise<void>
}

/** Throws StartMistake for what the operator can mend. */
export const openServices = async (
  config: Config,
  log: Log,
  fetcher: Fetcher = createFetcher(),
): Promise<Services> => {
  prepareFolder(config.dataDir)
  const lock = lockFolder(config.dataDir)
  try {
    removeHalfRestored(config.dataDir)
    const db = await openDatabase(path.join(config.dataDir, DATABASE_FILE), { limit: config.storeLimit })
    const problems = new Map<Problem, number>()
    const incoming = emptyFolder(path.join(config.dataDir, 'incoming'))
    await sweepPieces(db)
    const readers = openReadingRoom(incoming, { report: (stack) => log.warn({ stack }, 'cannot-read') })
    const carrier = openCarrier({ report: (because) => log.warn({ because }, 'cannot-compare') })
    const meters = createMeters()
    const plainRooms = createRooms<Transaction<Database>>({
      store: meters.store(documents(db)),
      report(problem, document, error) {
        problems.set(problem, (problems.get(problem) ?? 0) + 1)
        log[problem === 'writes-again' ? 'info' : 'error']({ document, err: error }, problem)
      },
    })
    const rooms = meters.rooms(plainRooms)
    const cannotIndex = (error: unknown) => log.error({ err: error }, 'cannot-index')
    const library = followSources({ db, rooms }, cannotIndex)
    const lists = [followTitles({ db, rooms }, cannotIndex), library]
    let closing = false
    const searched = catchUpSearch(db, () => closing).catch(cannotIndex)
    await firstOwner(config, db, rooms)
    const localSecret = newSecret()
    const backups =
      config.backups &&
      scheduleBackups({ dataDir: config.dataDir, ...config.backups }, (outcome) => {
        if ('failed' in outcome) log.error({ because: outcome.failed }, 'cannot-back-up')
        else if (outcome.damage.length > 0) log.error(outcome, 'backed up what is damaged')
        else log.info(outcome, 'backed up')
      })
    const checkRounds = followChecks({ db, rooms, library, readers, carrier, fetcher }, (error) =>
      log.error({ err: error }, 'cannot-check-again'),
    )
    let listening = config.port
    return {
      config,
      log,
      db,
      rooms,
      attempts: countAttempts(),
      problems,
      meters,
      readers,
      carrier,
      fetcher,
      incoming,
      localSecret,
      library: {
        upToDate: library.upToDate,
        async reindex() {
          // What is still being caught up with would fill the index beside us.
          await searched
          return reindex({ db, rooms }, library, cannotIndex)
        },
      },
      checkRounds,
      backups,
      port: () => listening,
      listens(port, address) {
        listening = port
        checkRounds.begin()
        try {
          lock.announce({ address, secret: localSecret })
        } catch (error) {
          // The server is of use without it; commands that write say that another server has the folder.
          if (!isCannotWrite(error)) throw error
          log.error({ err: error }, 'cannot-announce')
        }
      },
      async close() {
        closing = true
        await checkRounds.stop()
        await readers.close()
        await carrier.close()
        await backups?.stop()
        await rooms.drain()
        for (const list of lists) await list.stop()
        await searched
        meters.stop()
        await db.destroy()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw isDiskFull(error) ? diskFull(config.dataDir, error) : error
  }
}

/** For programs that start a server of their own: the owner exists at once, and this is the token. */
const firstOwner = async (
  { ownerToken }: Config,
  db: Kysely<Database>,
  rooms: Rooms<Transaction<Database>>,
) => {
  if (!ownerToken || (await ownerOfWorkspace(db))) return
  await db.transaction().execute(async (trx) => {
    const { me } = await welcome({ db, rooms }, trx, 'Owner')
    await addToken(trx, me.id, 'VOUCH_OWNER_TOKEN', ownerToken)
  })
}

/** Reads a file in this process, as the server would in one of its own. */
import { type Brought, here, ingest, type Ingested } from '../../server/ingest/ingest.ts'

export const ingestHere = (brought: Brought, now?: Date): Promise<Ingested> => ingest(brought, here, {}, now)

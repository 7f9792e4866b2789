/** The first brief of a new workspace: the finished example, made from its sources as a person would bring them. */
import type { Transaction } from 'kysely'
import type { Person } from '../../shared/brief/document.ts'
import { captureRefOf, here, ingest, type Ingested } from '../ingest/ingest.ts'
import { storeCapture } from '../storage/captures.ts'
import type { Database } from '../storage/database.ts'
import { indexedPieces } from '../storage/search-text.ts'
import { createBrief } from './create.ts'
import type { Desk } from './documents.ts'
import { buildExample, EXAMPLE_TITLE } from './example/example.ts'
import { exampleFiles } from './example/files.ts'

/** Returns the id of the example brief, which is the owner's. */
export const addExampleBrief = async (
  desk: Desk,
  owner: Person,
  trx: Transaction<Database>,
): Promise<string> => {
  const read = await Promise.all(
    exampleFiles.map(async (file): Promise<[typeof file.source, Ingested]> => [
      file.source,
      await ingest(file, here),
    ]),
  )
  for (const [, { capture }] of read)
    await storeCapture(trx, { ...capture, words: indexedPieces(capture.text) })
  const texts = new Map(
    read.map(([source, ingested]) => [
      source,
      { capture: captureRefOf(ingested), text: ingested.capture.text, blocks: ingested.capture.blocks },
    ]),
  )
  return createBrief(
    desk,
    {
      title: EXAMPLE_TITLE,
      owner,
      example: true,
      captures: read.map(([, { capture }]) => capture.hash),
      seed: (doc) => buildExample(doc, texts),
    },
    trx,
  )
}

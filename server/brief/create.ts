/** Makes a brief: its row, its owner and both its documents, all or nothing. */
import type { Transaction } from 'kysely'
import * as Y from 'yjs'
import { changeAbout, readAbout } from '../../shared/brief/about.ts'
import { type Person, roots } from '../../shared/brief/document.ts'
import { newId } from '../../shared/brief/id.ts'
import { addBrief, setMember } from '../storage/briefs.ts'
import { grantCaptures } from '../storage/captures.ts'
import type { Database } from '../storage/database.ts'
import { type Desk, discussionOf } from './documents.ts'

export type NewBrief = {
  title: string
  owner: Person
  example?: boolean
  /** BCP 47; British English where nobody says. */
  lang?: string
  /** Fills the document; without it the body is one empty paragraph. */
  seed?: (doc: Y.Doc) => void
  /** Hashes of captures that the brief's members may read. The caller has checked that the owner may. */
  captures?: readonly string[]
}

/** Returns the new brief's id. Inside a transaction of the caller where one is given. */
export const createBrief = (desk: Desk, brief: NewBrief, within?: Transaction<Database>): Promise<string> => {
  const id = newId()
  const make = async (trx: Transaction<Database>) => {
    await addBrief(trx, { id, title: brief.title, example: brief.example ?? false })
    await setMember(trx, id, brief.owner.id, 'owner')
    await grantCaptures(trx, id, brief.owner.id, brief.captures ?? [])
    // Seeded here and never by a client: two clients that each seed an empty brief would both be kept.
    await desk.rooms.create(
      id,
      (doc) => {
        if (brief.seed) brief.seed(doc)
        else seedEmptyBody(doc)
        if (brief.lang) changeAbout(doc, { lang: brief.lang })
        if (readAbout(doc).title !== brief.title) changeAbout(doc, { title: brief.title })
      },
      trx,
    )
    await desk.rooms.create(discussionOf(id), () => {}, trx)
    return id
  }
  return within ? make(within) : desk.db.transaction().execute(make)
}

export const seedEmptyBody = (doc: Y.Doc) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.setAttribute('id', newId())
  roots(doc).body.insert(0, [paragraph])
}

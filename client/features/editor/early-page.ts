/**
 * The editor in the text that a page came with, before the program around it is drawn: who came to write can. What is drawn then takes
 * it over as it is, with the caret in it.
 */
import type * as Y from 'yjs'
import type { Person } from '../../../shared/brief/document.ts'
import { firstTextOf } from '../../brief/first-text.ts'
import { mayWrite } from '../../brief/may-write.ts'
import type { OpenBrief } from '../../brief/open-brief.ts'
import type { Store } from '../../brief/store.ts'
import { type AroundPage, openPage, type OpenPage } from './open-page.ts'

/** Milliseconds for the document to come. After that the program is drawn, and opens the editor itself. */
const PATIENCE = 1_000

type Early = {
  doc: Y.Doc
  canWrite: boolean
  page: OpenPage
  /** From now on these are asked, and what was asked before is asked of them. */
  surround(around: () => AroundPage): void
}

let early: Early | null = null

/** True: the editor is there. False: it will not be. */
export const openPageEarly = async (open: OpenBrief, me: Person): Promise<boolean> => {
  if (!firstTextOf(open.briefId) || !(await isThere(open.ready))) return false
  // Looked for anew: the page may show something else by now.
  const text = firstTextOf(open.briefId)
  const painted = text?.querySelector('.page-text')
  if (!text || !painted) return false
  const { doc } = open
  let asked: ((around: AroundPage) => void)[] = []
  let around = (): AroundPage => ({
    me,
    // The last citation that was chosen, and then its passage.
    onCitation: (id, byKey) => {
      asked = [(them) => them.onCitation(id, byKey)]
    },
    onOpenPassage: (excerpt) => {
      asked.push((them) => them.onOpenPassage(excerpt))
    },
  })
  const canWrite = mayWrite(open.role.get(), open.standing.get())
  const frame = document.createElement('div')
  frame.className = 'brief-page'
  const element = document.createElement('div')
  frame.append(element)
  const page = openPage(open, { canWrite, around: () => around(), element })
  const { scrollTop } = text
  painted.replaceWith(frame)
  text.scrollTop = scrollTop
  early = {
    doc,
    canWrite,
    page,
    surround(them) {
      around = them
      for (const ask of asked) ask(them())
    },
  }
  // Nobody came for it.
  doc.once('destroy', () => {
    if (early?.doc !== doc) return
    early = null
    page.editor.close()
  })
  return true
}

/** The editor that was opened early on this document with this right, once. */
export const takeEarlyPage = (doc: Y.Doc, canWrite: boolean): Early | null => {
  if (early?.doc !== doc) return null
  const taken = early
  early = null
  if (taken.canWrite === canWrite) return taken
  taken.page.editor.close()
  return null
}

const isThere = (ready: Store<boolean>): Promise<boolean> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(late)
      stop()
      resolve(ready.get())
    }
    const late = setTimeout(done, PATIENCE)
    const stop = ready.subscribe(done)
    if (ready.get()) done()
  })

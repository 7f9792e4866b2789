/**
 * What a brief's page comes with for who may read it, so that its text is there before the program is: the beginning of the text, made
 * once for as long as nobody writes, and the first answers that the program would ask for.
 */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { parseDocumentName } from '../../shared/brief/document.ts'
import { escapeHtml } from '../../shared/export/escape-html.ts'
import type { BriefSummary, Me } from '../../shared/wire/inputs.ts'
import { firstText } from '../brief/first-text.ts'
import type { Services } from '../services.ts'
import { briefsOf } from '../storage/briefs.ts'
import { cookieName, visitorByCookie } from './session.ts'

/** The beginnings of so many briefs are kept, some 30 kB each. */
const KEPT = 200
/** A brief that is written in all the time is begun again, for newcomers, at most for this share of the time. */
const SHARE = 1 / 20

export type FirstPaint = {
  /**
   * HTML to stand in that brief's page, with no script that runs: what the program would ask first, and the beginning of the text. Both
   * empty: there is nothing for this visitor; `text` alone: it is not at hand.
   */
  of(c: Context, briefId: string): Promise<{ answers: string; text: string }>
}

const NOTHING = { answers: '', text: '' }

/** What the program would ask first. No element ends within it. */
const said = (answers: { me: Me; brief: BriefSummary }): string =>
  `<script type="application/json" id="came-with">${JSON.stringify(answers).replaceAll('<', '\\u003c')}</script>`

export const createFirstPaint = (s: Services): FirstPaint => {
  const kept = new Map<string, string>()
  const notBefore = new Map<string, number>()
  s.rooms.onChanged((name) => kept.delete(name))

  const made = async (briefId: string): Promise<string> => {
    const there = kept.get(briefId)
    if (there !== undefined) return there
    if ((notBefore.get(briefId) ?? 0) > performance.now()) return ''
    const began = performance.now()
    let changed = false
    const stop = s.rooms.onChanged((name) => {
      changed ||= name === briefId
    })
    try {
      const doc = await s.rooms.read(briefId)
      const html = firstText(doc)
      doc.destroy()
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
      if (!changed) kept.set(briefId, html)
      return html
    } finally {
      stop()
      if (notBefore.size > KEPT) notBefore.clear()
      const now = performance.now()
      notBefore.set(briefId, now + (now - began) / SHARE)
    }
  }

  return {
    async of(c, briefId) {
      try {
        if (parseDocumentName(briefId)?.part !== 'brief') return NOTHING
        const { me } = await visitorByCookie(s, getCookie(c, cookieName(s)) ?? '')
        if (!me) return NOTHING
        const [brief] = await briefsOf(s.db, me.id, briefId)
        if (!brief) return NOTHING
        const text = await made(briefId)
        return {
          answers: said({ me, brief }),
          text:
            text &&
            `<div id="first-text" data-brief="${briefId}"><main><h1 class="unseen">${escapeHtml(brief.title)}</h1>${text}</main></div>`,
        }
      } catch {
        // The page itself says what is wrong, in its own words.
        return NOTHING
      }
    },
  }
}

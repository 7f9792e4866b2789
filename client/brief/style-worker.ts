/** Writes citations in a style beside the page, which goes on meanwhile: one engine, kept warm for the brief that is open. */
import { toStyle } from '../../shared/brief/styled.ts'
import type { CitationRecord } from '../../shared/brief/citation.ts'
import type { Footnotes } from '../../shared/brief/footnotes.ts'
import type { Order } from '../../shared/brief/order.ts'
import { localeOf } from '../../shared/cite/locales.ts'
import type { Run } from '../../shared/cite/reference.ts'
import { SAMPLE_CITE, SAMPLE_WORK, styleFault } from '../../shared/cite/style-fault.ts'
import { openStyler, type Reference, type Styler, type Works } from '../../shared/cite/styler.ts'
import { loadStyle, type StyleChoice } from '../../shared/cite/styles.ts'

export type Asks = {
  /** `works`: null where they are as they were. */
  style: {
    choice: StyleChoice
    citations: ReadonlyMap<string, CitationRecord>
    footnotes: Footnotes
    order: Order
    works: Works | null
    /** Whoever asks has nothing of what was written before. */
    isFirst: boolean
  }
  /** The list of works as it stands after the last `style`. */
  list: null
  preview: StyleChoice
  fault: { csl: string; lang: string }
}
export type Answers = {
  /** `isNew`: a style that was just opened, and `changed` are all its citations. Null: the house style. */
  style: { notes: boolean; changed: ReadonlyMap<string, Run[]>; isNew: boolean } | null
  list: Reference[]
  preview: { citation: Run[]; reference: Run[] } | null
  fault: string | null
}
export type Asked = { n: number; is: keyof Asks; ask: unknown }
export type Answered = { n: number; answer: unknown } | { n: number; failed: string }

let styler: Styler | null = null
let opened = ''
let known: Works = new Map()

const answers: { [Is in keyof Asks]: (ask: Asks[Is]) => Promise<Answers[Is]> } = {
  async style({ choice, works, isFirst, ...citing }) {
    const key = JSON.stringify([choice.style, choice.ownStyle, localeOf(choice.lang)])
    const isNew = key !== opened
    if (isNew) {
      const data = await loadStyle(choice)
      styler = data && openStyler(data)
      opened = key
    }
    known = works ?? known
    try {
      if (!styler) return null
      const { notes } = styler
      const asked = toStyle(citing, notes)
      return isFirst || isNew
        ? { notes, changed: styler.style(asked, known).clusters, isNew: true }
        : { notes, changed: styler.write(asked, known), isNew: false }
    } catch (error) {
      // What the engine stands at is not known any more.
      opened = ''
      throw error
    }
  },
  async list() {
    return styler?.list() ?? []
  },
  async preview(choice) {
    const data = await loadStyle(choice)
    if (!data) return null
    const { clusters, bibliography } = openStyler(data).style(
      [{ id: 'sample', note: 1, cites: [SAMPLE_CITE] }],
      new Map([[SAMPLE_CITE.source, SAMPLE_WORK]]),
    )
    return { citation: clusters.get('sample')!, reference: bibliography[0]?.runs ?? [] }
  },
  async fault({ csl, lang }) {
    const { locale, locales } = (await loadStyle({ style: 'ieee', ownStyle: null, lang }))!
    return styleFault(csl, { locale, locales })
  },
}

// One after another: a second question may rest on what the first one left.
let last: Promise<void> = Promise.resolve()

self.addEventListener('message', ({ data: { n, is, ask } }: MessageEvent<Asked>) => {
  last = last.then(async () => {
    let answered: Answered
    try {
      answered = { n, answer: await (answers[is] as (ask: unknown) => Promise<unknown>)(ask) }
    } catch (error) {
      answered = { n, failed: String(error) }
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page's own worker
    self.postMessage(answered)
  })
})

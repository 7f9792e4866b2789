/** Citations and references in CSL styles: as each style writes them, warm or new, and for works and words of any shape. */
import { expect, it } from 'vitest'
import type { CslItem } from '../../../shared/cite/csl.ts'
import { plainRuns } from '../../../shared/cite/runs-of-html.ts'
import { BUILT_IN_STYLES, loadStyle } from '../../../shared/cite/styles.ts'
import { openStyler, type StyledCite, type ToStyle, type Works } from '../../../shared/cite/styler.ts'
import { random } from '../../support/random.ts'

/** Of random edits, to each style. */
const LONG = Boolean(process.env.VOUCH_LONG)
const STEPS = LONG ? 200 : 12

const work = (fields: Partial<CslItem>): CslItem => ({ type: 'report', ...fields })
const WORKS: Works = new Map([
  [
    'health',
    work({
      title: 'Health at a Glance',
      author: [{ literal: 'OECD' }],
      issued: { 'date-parts': [[2022]] },
      URL: 'https://oecd.org/health',
    }),
  ],
  [
    'education',
    work({
      title: 'Education at a Glance',
      author: [{ literal: 'OECD' }],
      issued: { 'date-parts': [[2022]] },
    }),
  ],
  [
    'smith',
    work({
      type: 'article-journal',
      title: 'On prices',
      author: [{ family: 'Smith', given: 'Jane' }],
      'container-title': 'The Journal',
      volume: '3',
      page: '4-9',
      issued: { 'date-parts': [[2020, 3, 1]] },
    }),
  ],
])

const cite = (source: string, more: Partial<StyledCite> = {}): StyledCite => ({
  source,
  locator: null,
  label: null,
  prefix: null,
  suffix: null,
  suppressAuthor: false,
  citedIn: null,
  ...more,
})
const one = (id: string, ...cites: StyledCite[]): ToStyle => ({ id, note: 0, cites })

const inStyle = async (style: string, clusters: ToStyle[], lang = 'en-GB', works = WORKS) => {
  const data = await loadStyle({ style, ownStyle: null, lang })
  const styler = openStyler(data!)
  const { clusters: made, bibliography } = styler.style(
    clusters.map((cluster, at) => ({ ...cluster, note: styler.notes ? at + 1 : 0 })),
    works,
  )
  return {
    texts: clusters.map(({ id }) => plainRuns(made.get(id)!)),
    sources: bibliography.map(({ label, runs }) => `${label ?? ''} ${plainRuns(runs)}`.trim()),
    bibliography,
  }
}

it('tells works of one author and year apart, in the text and in the list', async () => {
  const { texts, sources } = await inStyle('apa', [
    one('a', cite('health', { label: 'page', locator: '7' })),
    one('b', cite('education')),
    one('c', cite('smith', { suppressAuthor: true, prefix: 'see', suffix: 'with care' })),
  ])
  expect(texts).toEqual(['(OECD, 2022b, p. 7)', '(OECD, 2022a)', '(see 2020, with care)'])
  expect(sources[0]).toBe('OECD. (2022a). Education at a Glance.')
})

it('numbers citations and joins a row of numbers', async () => {
  const { texts, sources } = await inStyle('ieee', [
    one('a', cite('health')),
    one('b', cite('education'), cite('smith'), cite('health')),
  ])
  expect(texts).toEqual(['[1]', '[1], [2], [3]'])
  expect(sources.map((line) => line.slice(0, 3))).toEqual(['[1]', '[2]', '[3]'])
})

it('writes notes: whole at first, short afterwards', async () => {
  const { texts } = await inStyle('chicago-notes', [
    one('a', cite('smith', { label: 'page', locator: '5' })),
    one('b', cite('smith', { label: 'chapter', locator: '2' })),
  ])
  expect(texts[0]).toBe('Jane Smith, ‘On Prices’, The Journal 3 (March 2020): 5.')
  expect(texts[1]).toBe('Smith, ‘On Prices’, ch. 2.')
})

it('writes in the language of the brief, and in English where no locale is', async () => {
  const page = one('a', cite('smith', { label: 'page', locator: '5' }))
  expect((await inStyle('harvard', [page], 'de')).texts).toEqual(['(Smith, 2020, S. 5)'])
  expect((await inStyle('harvard', [page], 'ru')).texts).toEqual(['(Smith, 2020, с. 5)'])
  expect((await inStyle('harvard', [page], 'sw')).texts).toEqual(['(Smith, 2020, p. 5)'])
})

it('names the work in which another was seen, and lists both', async () => {
  const { texts, sources } = await inStyle('apa', [one('a', cite('health', { citedIn: 'smith' }))])
  expect(texts).toEqual(['(OECD, 2022, as cited in Smith 2020)'])
  expect(sources).toHaveLength(2)
})

it('keeps italics and addresses as runs, and takes tags in a person’s words as words', async () => {
  const hostile = new Map([
    ['x', work({ title: 'A <script>alert(1)</script> & more', URL: 'javascript:alert(1)' })],
    ['health', WORKS.get('health')!],
  ])
  const { texts, bibliography } = await inStyle(
    'apa',
    [one('a', cite('x', { suffix: '<b onclick=x>' })), one('b', cite('health'))],
    'en',
    hostile,
  )
  expect(texts[0]).toMatch(/<script>alert\(1\)<\/script> & more, n\.d\., ‹b onclick=x›/i)
  const runs = bibliography.flatMap((reference) => reference.runs)
  expect(runs.filter(({ href }) => href).map(({ href }) => href)).toEqual(['https://oecd.org/health'])
  expect(runs).toContainEqual({ text: 'Health at a Glance', italic: true })
})

it('writes a source that is gone as missing, and a work of wrong shapes without them', async () => {
  const odd = {
    type: 'report',
    title: 'Odd',
    author: [{}, { family: 'Doe' }],
    editor: 'nobody',
    issued: { 'date-parts': [['x']] },
    note: 'type: book',
    volume: { a: 1 },
  } as unknown as CslItem
  for (const { id } of BUILT_IN_STYLES) {
    const { texts, sources } = await inStyle(
      id,
      [one('a', cite('gone')), one('b', cite('odd')), one('c')],
      'en',
      new Map([['odd', odd]]),
    )
    expect(texts[2]).toBe('?')
    expect(`${texts.join(' ')} ${sources.join(' ')}`, id).toMatch(/source missing/i)
    expect(sources.join(' ')).toContain('Doe')
  }
})

/** Works that are hard to tell apart: three names, two years. */
const confusable = (below: (n: number) => number): CslItem =>
  work({
    title: `Work ${below(1000)}`,
    author: Array.from({ length: below(4) }, () => ({
      family: ['Smith', 'Jones', 'Lee'][below(3)]!,
      given: ['Jane', 'John', 'J.'][below(3)]!,
    })),
    issued: { 'date-parts': [[2000 + below(2)]] },
  })

it.each(BUILT_IN_STYLES.map(({ id }) => id))(
  'gives the same from a warm engine as from a new one in %s: cites come, go and move, works and places change',
  async (style) => {
    const seed = 11
    const { below } = random(seed)
    const data = (await loadStyle({ style, ownStyle: null, lang: 'en' }))!
    const warm = openStyler(data)
    const shown = new Map<string, unknown>()
    let works = new Map(Array.from({ length: 12 }, (_, n) => [`s${n}`, confusable(below)]))
    let clusters: ToStyle[] = []
    const some = (): StyledCite[] =>
      Array.from({ length: below(3) === 0 ? 2 : 1 }, () =>
        cite(`s${below(13)}`, {
          locator: below(2) ? String(below(4) + 1) : null,
          citedIn: below(8) === 0 ? `s${below(12)}` : null,
        }),
      )
    for (let step = 0; step < STEPS; step++) {
      const at = below(clusters.length + 1)
      const there = clusters[at]
      const kind = below(7)
      if (kind === 0 && there) clusters = clusters.toSpliced(at, 1)
      else if (kind === 1 && there)
        clusters = clusters.toSpliced(at, 1).toSpliced(below(clusters.length), 0, there)
      else if (kind === 2 && there) clusters = clusters.with(at, { ...there, cites: some() })
      else if (kind === 3) works = new Map(works).set(`s${below(12)}`, confusable(below))
      else if (kind === 4 && step % 9 === 8) clusters = clusters.filter((_, n) => n % 3 > 0)
      else clusters = clusters.toSpliced(at, 0, one(`c${step}`, ...some()))
      const asked = clusters.map((each, n) => ({ ...each, note: warm.notes ? n + 1 : 0 }))
      for (const [id, runs] of warm.write(asked, works)) shown.set(id, runs)
      // A new engine of the larger styles takes a second: in the short round, once all is done.
      if (step !== STEPS - 1 && !(LONG && step % Math.ceil(STEPS / 2) === 0)) continue
      const anew = openStyler(data).style(asked, works)
      const where = `seed ${seed}, step ${step}`
      expect(
        asked.map(({ id }) => shown.get(id)),
        where,
      ).toEqual(asked.map(({ id }) => anew.clusters.get(id)))
      expect(warm.list(), where).toEqual(anew.bibliography)
    }
  },
)

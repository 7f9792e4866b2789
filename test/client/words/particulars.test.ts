/** What the server says of a refusal beyond its code is said in German, too. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inShort } from '../../../shared/export/obstacles.ts'
import { newReport, REPORT_KINDS } from '../../../shared/markdown/report.ts'
import { english as inEnglish } from '../../../shared/words/english.ts'
import { REFUSALS } from '../../../shared/wire/refusal.ts'
import { particulars } from '../../../client/words/de-particulars.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Said to programs, to who runs the server, or a sentence that is put together where it is thrown. */
const NOT_FOR_THE_PAGE =
  /^(server\/cli\/|server\/http\/(refuse|upload|links|app|briefs|session)\.ts|server\/brief\/(verify|erase|go-outside)\.ts|server\/storage\/)|UTF-16|A passage from/

type Node = { type: string } & Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** The sentences of the second argument of `new Refusal`, with {} for what is put in. */
const detailsIn = (file: string): string[] => {
  const found: string[] = []
  const visit = (node: Node): void => {
    const [, detail] = (node.arguments ?? []) as Node[]
    if (node.type === 'NewExpression' && (node.callee as Node).name === 'Refusal' && isNode(detail)) {
      if (detail.type === 'Literal') found.push(String(detail.value))
      if (detail.type === 'TemplateLiteral')
        found.push(
          (detail.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join('{}'),
        )
    }
    Object.values(node).flat().filter(isNode).forEach(visit)
  }
  visit(parseAst(readFileSync(join(root, file), 'utf8'), { lang: 'ts' }) as unknown as Node)
  return found
}

const files = ['server', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file}`),
)

/** What a page in this language says in the place of the server's sentence. */
const particularIn = async (tag: string) => {
  vi.resetModules()
  await (await import('../../../client/words/choose-language.ts')).chooseLanguage([tag])
  return (await import('../../../client/words/particular.ts')).particular
}

/** The texts of a file that are longer than a word, with {} for what is put in. */
const textsIn = (file: string, name: RegExp): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(name)].map(([, text]) =>
    text!.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '{}'),
  )

afterEach(() => vi.resetModules())

describe('The particulars of a refusal', () => {
  it('have German words, wherever a person at the page may meet them', () => {
    const said = files.flatMap((file) => detailsIn(file).map((sentence) => `${file}: ${sentence}`))
    expect(said.length).toBeGreaterThan(40)
    const sentences = Object.keys(particulars)
    expect(
      said.filter(
        (each) =>
          !NOT_FOR_THE_PAGE.test(each) &&
          // A part that is the same everywhere is put in by its name.
          !sentences.includes(
            each.replace(/^\S+: /, '').replace('{} the picture', 'Nothing was added; the picture'),
          ),
      ),
    ).toEqual([])
  })

  it('put in what English puts in', () => {
    const holes = (sentence: string) => sentence.split('{}').length
    expect(
      Object.entries(particulars).filter(([english, german]) => holes(english) !== holes(german)),
    ).toEqual([])
  })

  it('bring no other words along: those would be spoken before the language is chosen', () => {
    const brought = readdirSync(join(root, 'client/words'))
      .filter((file) => /^de\b.*\.ts$/.test(file))
      .flatMap((file) => textsIn(`client/words/${file}`, /^import (?!type).* from '([^']+)'/gm))
    expect(brought.length).toBeGreaterThan(3)
    expect(brought.filter((each) => !/^\.\/[\w-]+\.ts$/.test(each))).toEqual([])
  })

  it('are said in the language of the page; what it cannot say is said as the code is, and English as it came', async () => {
    const answer = (detail: string) => [422, { type: 'urn:vouch:refusal:invalid', detail }] as const
    const speakIn = async (tag: string) => {
      vi.resetModules()
      await (await import('../../../client/words/choose-language.ts')).chooseLanguage([tag])
      const { refusalFrom, sentenceOf } = await import('../../../client/api.ts')
      return (detail: string) => sentenceOf(refusalFrom(...answer(detail)))
    }
    const german = await speakIn('de-DE')
    expect(
      german(
        'This has 12,000 entries; 5,000 at once are the limit. Nothing was added; export the part that you need.',
      ),
    ).toBe(
      'Das hat 12.000 Einträge; 5.000 auf einmal sind die Obergrenze. Nichts wurde hinzugefügt; exportieren Sie den Teil, den Sie brauchen.',
    )
    expect(
      german(
        'An EPUB book cannot be read. Nothing was added; save it as .pdf, .docx, .html, .txt or .png, or paste the text.',
      ),
    ).toMatch(/^Ein EPUB-Buch lässt sich nicht lesen\. /)
    expect(german('"title" is empty. Nothing was changed.')).toBe(
      'In der Anfrage fehlt etwas oder ist etwas falsch. Nichts wurde geändert.',
    )
    const english = await speakIn('en-GB')
    expect(english('"title" is empty. Nothing was changed.')).toBe('"title" is empty. Nothing was changed.')
    expect(english(REFUSALS.invalid.sentence)).toBe(REFUSALS.invalid.sentence)
  })
})

describe('What an import left out', () => {
  it('is said in German, of Markdown: each sentence, of one and of several', async () => {
    const german = await particularIn('de')
    const said = [1, 12].flatMap((count) =>
      REPORT_KINDS.flatMap((kind) => {
        const report = newReport()
        report.note(kind, count)
        return report.sentences()
      }),
    )
    expect(said.length).toBe(2 * REPORT_KINDS.length)
    expect(said.filter((each) => german(each) === null)).toEqual([])
    expect(german('12 lines of the ties could not be read and were left out.')).toBe(
      '12 Zeilen der Verknüpfungen ließen sich nicht lesen und wurden weggelassen.',
    )
  })

  it('is said in German, of a Word file, whatever was not understood there', async () => {
    const german = await particularIn('de')
    const kinds = [
      ...textsIn('server/ingest/word-text.ts', /leave\([^;'`]*['`]([^'`]+ [^'`]+)['`]/g),
      ...textsIn('server/ingest/word-fields.ts', /'(citations [^']+)'/g),
      'embedded objects',
      'drawings and charts',
    ]
    expect(kinds.length).toBeGreaterThan(10)
    expect(kinds.filter((each) => german(each.replaceAll('{}', '7')) === null)).toEqual([])
    expect(
      german(
        'Not understood: drawings and charts (2); paragraphs in the style “A; b”, read as plain ones (1,200).',
      ),
    ).toBe(
      'Nicht verstanden: Zeichnungen und Diagramme (2); Absätze der Formatvorlage „A; b“, als bloße gelesen (1.200).',
    )
    expect(german('One tracked change was taken as accepted: words that were struck are not there.')).toMatch(
      /^Eine nachverfolgte Änderung/,
    )
    expect(german('Comment by Ana on “the price”: Whose?')).toBe('Anmerkung von Ana zu „the price“: Whose?')
  })

  it('is said in German, of a citation style that came along', async () => {
    const german = await particularIn('de')
    const faults = textsIn('shared/cite/style-fault.ts', /['`](This [^'`]+\.)['`]/g).map((each) =>
      each.replace('one{}', 'one (apa)').replace('{}', '300,000'),
    )
    expect(faults.length).toBeGreaterThan(5)
    for (const fault of faults) {
      expect(german(`${fault} Nothing was changed.`), fault).toMatch(/ Nichts wurde geändert\.$/)
      expect(
        german(
          `The citation style that came along is not used; the brief cites in the house style. ${fault}`,
        ),
      ).toMatch(/Hausstil\. Diese[rs]? .*\.$/)
    }
  })

  it('stays as it came on an English page', async () => {
    const said = await particularIn('en-GB')
    expect(said('The ties have no end; they were left out.')).toBeNull()
  })
})

describe('What speaks against giving a brief away', () => {
  it('is said in German with the days and titles in it', async () => {
    const german = await particularIn('de-DE')
    const against = [
      inEnglish.briefEmbargo('4 May 2031'),
      inEnglish.sourceMark('Gas. Vol. 2', 'TLP:AMBER', ''),
      inEnglish.sourceMark('Oil', 'TLP:RED', 'TLP:GREEN'),
      inEnglish.sourceEmbargo('Coal', '5 May 2031'),
    ]
    const refused = (sentences: string[]) =>
      german(
        `${inShort(sentences)} Nothing was exported; give a reason for passing it on all the same, which is recorded.`,
      )
    expect(refused(against)).toBe(
      'Für das Briefing gilt eine Sperrfrist bis 4.\u00a0Mai 2031. Die Quelle „Gas. Vol. 2“ trägt den Vermerk TLP:AMBER, das Briefing keinen. Und 2 weitere. Nichts wurde exportiert; begründen Sie, warum es trotzdem weitergegeben wird. Die Begründung wird festgehalten.',
    )
    expect(refused(against.slice(2))).toContain(
      '„Oil“ trägt den Vermerk TLP:RED, das Briefing den Vermerk TLP:GREEN.',
    )
    expect(refused(against.slice(3))).toContain('„Coal“ gilt eine Sperrfrist bis 5.\u00a0Mai 2031.')
  })
})

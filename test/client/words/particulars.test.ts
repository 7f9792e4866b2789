/** What the server says of a refusal beyond its code is said in German, too. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { afterEach, describe, expect, it, vi } from 'vitest'
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

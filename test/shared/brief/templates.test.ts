import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type BodyNode, writeBody } from '../../../shared/brief/body.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { bodyOfTemplate, guidanceUnder, TEMPLATES, templateIn } from '../../../shared/brief/templates.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { FORMAT_NAMES } from '../../../shared/export/formats.ts'
import { writeAs } from '../../../shared/export/write.ts'

const all = TEMPLATES.flatMap((template) =>
  ['en-GB', 'de-AT'].map((lang) => ({ template, lang, name: templateIn(lang, template).name })),
)

describe.each(all)('The template "$name"', ({ template, lang }) => {
  const body = bodyOfTemplate(template, lang)
  const { sections } = templateIn(lang, template)

  it('is a body that the editor takes as it is', () => {
    expect(() => schema.nodeFromJSON(body).check()).not.toThrow()
  })

  it('has guidance for each of its sections, and lets go of it with the heading', () => {
    for (const { title, guidance } of sections) expect(guidanceUnder(template, ` ${title} `)).toBe(guidance)
    expect(guidanceUnder(template, 'Another heading')).toBeNull()
  })

  it('never exports its guidance', async () => {
    const doc = new Y.Doc()
    writeBody(doc, body)
    const brief = readBrief(doc)
    for (const format of FORMAT_NAMES)
      for (const { guidance } of sections)
        expect(await writeAs(format, brief)).not.toContain(guidance.slice(0, 20))
  })
})

const headings = ({ content = [] }: BodyNode) =>
  content.flatMap(({ type, content: words }) => (type === 'heading' ? [words?.[0]?.text] : []))

describe('A template', () => {
  it('begins a German brief with German headings, and any that there are no words for with English ones', () => {
    const [policy] = TEMPLATES
    const begun = (lang: string) => headings(bodyOfTemplate(policy!, lang))
    expect([begun('de')[0], begun('de').at(-1)]).toEqual(['Zusammenfassung', 'Quellen'])
    expect([begun('pl')[0], begun('pl').at(-1)]).toEqual(['Executive summary', 'Sources'])
  })

  it('has the same sections and tables in each language, and says each of them in its own words', () => {
    for (const template of TEMPLATES) {
      const [english, german] = ['en', 'de'].map((lang) => templateIn(lang, template).sections)
      expect(german!.map(({ table }) => table?.length)).toEqual(english!.map(({ table }) => table?.length))
      const titles = english!.map(({ title }) => title)
      expect(german!.filter(({ title }) => titles.includes(title))).toEqual([])
    }
  })
})

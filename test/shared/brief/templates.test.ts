import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeBody } from '../../../shared/brief/body.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { bodyOfTemplate, guidanceUnder, TEMPLATES } from '../../../shared/brief/templates.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { FORMAT_NAMES } from '../../../shared/export/formats.ts'
import { writeAs } from '../../../shared/export/write.ts'

describe.each(TEMPLATES)('The template "$name"', (template) => {
  const body = bodyOfTemplate(template)

  it('is a body that the editor takes as it is', () => {
    expect(() => schema.nodeFromJSON(body).check()).not.toThrow()
  })

  it('has guidance for each of its sections, and lets go of it with the heading', () => {
    for (const { title, guidance } of template.sections)
      expect(guidanceUnder(template, ` ${title} `)).toBe(guidance)
    expect(guidanceUnder(template, 'Another heading')).toBeNull()
  })

  it('never exports its guidance', async () => {
    const doc = new Y.Doc()
    writeBody(doc, body)
    const brief = readBrief(doc)
    for (const format of FORMAT_NAMES)
      for (const { guidance } of template.sections)
        expect(await writeAs(format, brief)).not.toContain(guidance.slice(0, 20))
  })
})

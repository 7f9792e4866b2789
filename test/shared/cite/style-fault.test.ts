/** A style that somebody brings is used whole or refused in a sentence. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { styleFault } from '../../../shared/cite/style-fault.ts'
import { titleOfStyle } from '../../../shared/cite/style-title.ts'
import { isUsableSize } from '../../../shared/cite/style-size.ts'
import { BUILT_IN_STYLES, loadStyle } from '../../../shared/cite/styles.ts'

const ieee = readFileSync('shared/cite/csl/ieee.csl', 'utf8')
const { locale, locales } = (await loadStyle({ style: 'ieee', ownStyle: null, lang: 'en' }))!
const BOMB = Array.from(
  { length: 41 },
  (_, n) => `<macro name="m${n}">${n ? `<text macro="m${n - 1}"/>`.repeat(2) : '<text value="x"/>'}</macro>`,
).join('')
const fault = (csl: string) => styleFault(csl, { locale, locales })

it('takes every style that comes along', async () => {
  for (const { id } of BUILT_IN_STYLES) {
    const { csl } = (await loadStyle({ style: id, ownStyle: null, lang: 'en' }))!
    expect(isUsableSize(csl), id).toBe(true)
  }
})

it('writes in the house style where a program put a style that multiplies', async () => {
  const csl = `<style>${BOMB}<citation><layout><text macro="m40"/></layout></citation></style>`
  expect(await loadStyle({ style: 'own', ownStyle: csl, lang: 'en' })).toBeNull()
  expect(await loadStyle({ style: 'own', ownStyle: ieee, lang: 'en' })).not.toBeNull()
})

it('takes a style as it is published', () => {
  expect(fault(ieee)).toBeNull()
  expect(titleOfStyle(ieee)).toMatch(/^IEEE/)
})

it.each([
  ['text that is no style', 'Dear colleague', 'cannot be read'],
  ['a style cut short', ieee.slice(0, 9000), 'cannot be read'],
  ['a style with entities', ieee.replace('<style', '<!DOCTYPE x [<!ENTITY a "b">]><style'), 'cannot be read'],
  [
    'a dependent style',
    '<style xmlns="http://purl.org/net/xbiblio/csl"><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>',
    'points to another one',
  ],
  ['a style without citations', ieee.replace(/<citation[\s\S]*<\/citation>/, ''), 'how to cite'],
  ['a style without a list', ieee.replace(/<bibliography[\s\S]*<\/bibliography>/, ''), 'how to list'],
  ['a style with parts that CSL does not have', ieee.replace(/<layout/g, '<nonsense/><layout'), 'mistakes'],
  [
    'a style whose parts multiply',
    ieee
      .replace('<citation', `${BOMB}<citation`)
      .replace('<layout', '<layout><text macro="m40"/></layout><layout'),
    'too often',
  ],
  [
    'a style whose part calls itself',
    ieee
      .replace('<citation', '<macro name="me"><text macro="me"/></macro><citation')
      .replace('<layout', '<layout><text macro="me"/></layout><layout'),
    'too often',
  ],
  ['a style that is too long', `${ieee}<!--${'x'.repeat(300_000)}-->`, 'longer than'],
])('refuses %s', (_name, csl, because) => {
  expect(fault(csl)).toContain(because)
  expect(fault(csl)).toContain('Nothing was changed.')
})

import { describe, expect, it } from 'vitest'
import { fileName } from '../../../../client/features/export/file-name.ts'

describe('The name of an exported file', () => {
  it.each([
    ['Closing the adaptation finance gap', 'closing-the-adaptation-finance-gap.md'],
    ['Valmere’s taskforce: 12 % late?', 'valmeres-taskforce-12-late.md'],
    ['Zażółć gęślą', 'zażółć-gęślą.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    ['', 'brief.md'],
    ['???', 'brief.md'],
    ['CON', 'brief-con.md'],
  ])('of %j is %s', (title, name) => expect(fileName(title)).toBe(name))

  it('stays short enough for every file system', () => {
    expect(new TextEncoder().encode(fileName('龍'.repeat(500))).length).toBeLessThan(255)
  })
})

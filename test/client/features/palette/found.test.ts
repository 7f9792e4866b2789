import { describe, expect, it } from 'vitest'
import { found, type PaletteGroup } from '../../../../client/features/palette/found.ts'

const item = (name: string, more: { hint?: string; also?: string } = {}) => ({
  id: name,
  name,
  run: () => undefined,
  ...more,
})

const GROUPS: PaletteGroup[] = [
  {
    name: 'Insert',
    items: [item('Table', { also: 'grid' }), item('Table of contents', { also: 'toc outline' })],
  },
  { name: 'Headings', items: [item('What the table shows'), item('Élargissement')] },
  { name: 'Sources', items: [item('A plan for computing', { hint: 'Smith & Jones 2024' })] },
]

const names = (typed: string) =>
  found(GROUPS, typed).map(({ name, items }) => [name, items.map((i) => i.name)])

describe('What the palette finds', () => {
  it('is everything while nothing is typed', () => {
    expect(found(GROUPS, ' ')).toEqual(GROUPS)
  })

  it('begins in each group with what is called so, and leaves out groups without a fit', () => {
    expect(names('table')).toEqual([
      ['Insert', ['Table', 'Table of contents']],
      ['Headings', ['What the table shows']],
    ])
    expect(names('cont')).toEqual([['Insert', ['Table of contents']]])
  })

  it('is found by other words for it, by author and year, and without accents', () => {
    expect(names('toc')).toEqual([['Insert', ['Table of contents']]])
    expect(names('2024 smith')).toEqual([['Sources', ['A plan for computing']]])
    expect(names('elarg')).toEqual([['Headings', ['Élargissement']]])
    expect(names('zanzibar')).toEqual([])
  })

  it('is no more than a person reads', () => {
    const many = [{ name: 'Sources', items: Array.from({ length: 2000 }, (_, n) => item(`Report ${n}`)) }]
    expect(found(many, 'report')[0]!.items).toHaveLength(30)
  })
})

import { describe, expect, it } from 'vitest'
import { blockCommands, findCommands } from '../../../../client/features/editor/block-commands.ts'

const names = (query: string) => findCommands(blockCommands, query).map((c) => c.name)

describe('the blocks of the / menu', () => {
  it('are found by name and by other words for them', () => {
    expect(names('table')[0]).toBe('Table')
    expect(names('bibl')).toEqual(['List of sources'])
    // A word for it stands before a word that only begins so (“works cited”).
    const cite = { ...blockCommands[0]!, name: 'Citation', also: 'cite source' }
    expect(findCommands([...blockCommands, cite], 'cite').map((c) => c.name)).toEqual([
      'Citation',
      'List of sources',
    ])
    expect(names('h2')).toEqual(['Heading 2'])
    expect(names('xyz')).toEqual([])
    expect(names('')).toHaveLength(blockCommands.length)
  })
})

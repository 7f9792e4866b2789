import { describe, expect, it } from 'vitest'
import { createFocus } from '../../../client/brief/focus.ts'

describe('What a person looks at', () => {
  it('can be the same passage twice, shown anew each time', () => {
    const focus = createFocus()
    focus.openPassage('s1', 'e1')
    const first = focus.get().passage
    focus.openPassage('s1', 'e1')
    expect(focus.get().passage?.excerpt).toBe('e1')
    expect(focus.get().passage?.turn).toBeGreaterThan(first!.turn)
  })

  it('is a source without a passage when the source was opened from the list', () => {
    const focus = createFocus()
    focus.openPassage('s1', 'e1')
    focus.openSource('s2')
    expect(focus.get()).toEqual({ source: 's2', passage: null, find: null, citation: null })
    focus.openSource('s2', 'a third')
    expect(focus.get().find).toBe('a third')
    focus.openPassage('s2', 'e1')
    expect(focus.get().find).toBeNull()
  })

  it('tells nobody when the active citation stays the same', () => {
    const focus = createFocus()
    let told = 0
    focus.subscribe(() => told++)
    focus.setCitation('c1')
    focus.setCitation('c1')
    expect(told).toBe(1)
  })
})

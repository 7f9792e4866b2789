import { describe, expect, it } from 'vitest'
import { changedRange } from '../../../../client/features/editor/changed-range.ts'
import { bodyOf } from '../../../shared/binding/writers.ts'

describe('the range of a change', () => {
  it('is the least that differs, with repeated letters too', () => {
    expect(changedRange(bodyOf('aab'), bodyOf('aaab'))).toEqual({ from: 3, oldTo: 3, newTo: 4 })
    const same = bodyOf('one')
    expect(changedRange(same, same)).toBeNull()
  })
})

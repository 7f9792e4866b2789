import { describe, expect, it } from 'vitest'
import { endOfDay, today } from '../../../../client/features/sharing/end-of-day.ts'

describe('The end of a link', () => {
  it('is the end of the chosen day, here', () => {
    const end = new Date(endOfDay('2024-05-03')!)
    expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours()]).toEqual([2024, 4, 3, 23])
  })

  it('is none where no day was chosen', () => {
    expect(endOfDay('')).toBeUndefined()
  })

  it('is not before today', () => {
    expect(today(new Date(2024, 4, 3))).toBe('2024-05-03')
  })
})

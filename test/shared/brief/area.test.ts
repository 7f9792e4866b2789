import { expect, it } from 'vitest'
import { areaFragment, areaOf, areaWithin } from '../../../shared/brief/area.ts'
import { random, seedOfRun } from '../../support/random.ts'

it('An area is named as a media fragment, and read back as it was drawn', () => {
  const area = { x: 10.5, y: 20, width: 30, height: 40.1 }
  expect(areaFragment(area, null)).toBe('xywh=percent:10.5,20,30,40.1')
  expect(areaOf(areaFragment(area, null))).toEqual({ area, page: null })
  expect(areaOf(areaFragment(area, 3))).toEqual({ area, page: 3 })
})

it('What names no area in percent is none', () => {
  for (const other of [
    null,
    '',
    't=1,2',
    'xywh=10,20,30,40',
    'xywh=percent:10,20,30',
    'xywh=percent:-1,0,10,10',
    'xywh=percent:0,0,101,10',
    'xywh=percent:0,0,0,10',
    'xywh=percent:1.2.3,0,10,10',
    'page=x&xywh=percent:0,0,10,10',
  ])
    expect(areaOf(other)).toBeNull()
})

it('However it is drawn, an area lies within its picture and is large enough to be meant', () => {
  const seed = seedOfRun()
  const rng = random(seed)
  for (let n = 0; n < 500; n++) {
    const any = () => rng.next() * 400 - 150
    const { x, y, width, height } = areaWithin({ x: any(), y: any(), width: any(), height: any() })
    expect(x >= 0 && y >= 0 && width >= 1 && height >= 1, `seed ${seed}`).toBe(true)
    expect(x + width <= 100.05 && y + height <= 100.05, `seed ${seed}`).toBe(true)
  }
})

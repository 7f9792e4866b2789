import { expect, it } from 'vitest'
import { inLatin } from '../../../shared/text/in-latin.ts'

it.each([
  ['Путин', 'putin'],
  ['Зеленський, Київ', 'zelenskii, kiiv'],
  ['Щербаков и объезд', 'shcherbakov i obezd'],
  ['Müller & Straße', 'muller & strasse'],
  ['Αθήνα', 'athina'],
  ['Łódź, İstanbul', 'lodz, istanbul'],
  ['外交部 2024', '外交部 2024'],
])('%s is found as %s', (written, found) => {
  expect(inLatin(written)).toBe(found)
})

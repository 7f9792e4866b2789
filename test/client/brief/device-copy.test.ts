import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keepOnDevice } from '../../../client/brief/device-copy.ts'
import { type MemoryLocalStore, memoryLocalStore } from '../../support/memory-local-store.ts'
import { docFrom } from '../../support/array-store.ts'
import { until } from '../../support/writer.ts'

const key = { person: 'ana', document: 'abcdefghij' }
let local: MemoryLocalStore
beforeEach(() => {
  local = memoryLocalStore()
})

const openDoc = async () => {
  const doc = new Y.Doc()
  const device = keepOnDevice(doc, await local.open(key, 1), () => true, { is: 'nothing', replace: false })
  return { doc, device, text: doc.getText('body') }
}
const kept = () => docFrom(local.rows(key, 1)).getText('body').toString()

it('says kept when all is stored, and not before', async () => {
  const { device, text } = await openDoc()
  await until(device.kept.get)
  text.insert(0, 'Exports fell')
  expect([device.kept.get(), kept()]).toEqual([false, ''])
  await until(device.kept.get)
  expect(kept()).toBe('Exports fell')
})

it('does not grow without end', async () => {
  const { device, text } = await openDoc()
  for (let n = 0; n < 2000; n++) {
    text.insert(text.length, '.')
    if (n % 3 === 0) await until(device.kept.get)
  }
  await until(() => device.kept.get() && local.rows(key, 1).length <= 300)
  expect(kept()).toHaveLength(2000)
})

it('is not called kept on a full device, and leaves no gap when there is room again', async () => {
  const { device, text } = await openDoc()
  await until(device.kept.get)
  local.fill()
  text.insert(0, 'Lost? ')
  await new Promise((resolve) => setTimeout(resolve, 20))
  text.insert(6, 'No.')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([device.kept.get(), kept()]).toEqual([false, ''])
  local.empty()
  await device.close('store')
  expect(kept()).toBe('Lost? No.')
})

it('lets two tabs write into one, and neither takes away what the other wrote', async () => {
  const [one, two] = [await openDoc(), await openDoc()]
  for (let n = 0; n < 700; n++) {
    one.text.insert(0, 'a')
    if (n % 2) two.text.insert(0, 'b')
    if (n % 5 === 0) await until(() => one.device.kept.get() && two.device.kept.get())
  }
  await Promise.all([one.device.close('store'), two.device.close('store')])
  expect([...kept()].sort().join('')).toBe('a'.repeat(700) + 'b'.repeat(350))
})

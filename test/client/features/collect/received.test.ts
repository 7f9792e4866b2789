import { expect, it } from 'vitest'
import { received } from '../../../../client/features/collect/received.ts'
import { TEXT_LIMIT } from '../../../../shared/wire/inputs.ts'

const sent = {
  vouch: 'page',
  html: '<p>Words.</p>',
  address: 'https://news.example/a',
  title: ' Port reopens ',
  selection: ' Words. ',
}
const origin = 'https://news.example'

it('A page that a site sends is taken with where it truly comes from', () => {
  expect(received(sent, origin)).toEqual({
    page: { html: sent.html, address: sent.address, title: 'Port reopens', selection: 'Words.', origin },
  })
})

it('Anything else that a window says is not heard', () => {
  for (const noise of [
    null,
    'page',
    [],
    { ...sent, vouch: 'ready' },
    { ...sent, html: 5 },
    { ...sent, html: '' },
    { ...sent, more: 1 },
    { ...sent, title: undefined },
  ])
    expect(received(noise, origin)).toBeNull()
})

it('A page that claims the address of another site, or has none, is refused in a sentence', () => {
  for (const address of ['https://other.example/a', 'file:///tmp/a.html', 'javascript:1', 'nothing'])
    expect(received({ ...sent, address }, origin)).toEqual({
      refused: expect.stringContaining('Nothing was added'),
    })
  expect(received({ ...sent, address: 'file:///a' }, 'null')).toHaveProperty('refused')
})

it('A page that is too large is refused, and a selection that is too long left out', () => {
  expect(received({ ...sent, html: 'x'.repeat(TEXT_LIMIT + 1) }, origin)).toHaveProperty('refused')
  expect(received({ ...sent, selection: 'x'.repeat(30_000) }, origin)).toMatchObject({
    page: { selection: '' },
  })
})

import { describe, expect, it } from 'vitest'
import { readLayout } from '../../../client/pages/pane-layout.ts'
import { paneKey } from '../../../client/pages/pane-keys.ts'

const usual = { sources: 288, evidence: 320, sourcesFolded: false, evidenceFolded: false }
const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, code: '' }

describe('The layout of the panes', () => {
  it('is the usual one on a first visit and when what was kept does not read', () => {
    for (const kept of [null, '', '{', '7', 'null', '"x"', '[]']) expect(readLayout(kept)).toEqual(usual)
  })

  it('is remembered field by field', () => {
    expect(readLayout('{"sources":400,"evidence":"wide","evidenceFolded":true,"more":1}')).toEqual({
      ...usual,
      sources: 400,
      evidenceFolded: true,
    })
  })

  it('keeps a pane between 240 and 480 pixels', () => {
    expect(readLayout('{"sources":20,"evidence":9000}')).toMatchObject({ sources: 240, evidence: 480 })
  })
})

describe('The keys of the page', () => {
  it('go from pane to pane with F6', () => {
    expect(paneKey({ ...plain, key: 'F6' })).toEqual({ is: 'next pane', by: 1 })
    expect(paneKey({ ...plain, key: 'F6', shiftKey: true })).toEqual({ is: 'next pane', by: -1 })
    expect(paneKey({ ...plain, key: 'F6', ctrlKey: true })).toBeNull()
  })

  it('fold the panes by the place of the bracket keys, whatever the layout writes there', () => {
    expect(paneKey({ ...plain, key: '“', code: 'BracketLeft', metaKey: true, altKey: true })).toEqual({
      is: 'fold',
      pane: 'sources',
    })
    expect(paneKey({ ...plain, key: ']', code: 'BracketRight', ctrlKey: true, altKey: true })).toEqual({
      is: 'fold',
      pane: 'evidence',
    })
    expect(paneKey({ ...plain, key: '[', code: 'BracketLeft', metaKey: true })).toBeNull()
  })
})

import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Ui from '../../../client/ui/toast.ts'

/** As a page that was just loaded has it. */
let ui: typeof Ui
beforeEach(async () => {
  vi.resetModules()
  ui = await import('../../../client/ui/toast.ts')
})

/** What draws them; gives what it shows. */
const drawn = (): Ui.ToastMessage[] => {
  const shown: Ui.ToastMessage[] = []
  ui.showToastsBy((message) => {
    shown.push(message)
    return () => void shown.splice(shown.indexOf(message), 1)
  })
  return shown
}

describe('A short message', () => {
  it('is shown', () => {
    const shown = drawn()
    ui.toast('Copied.')
    expect(shown).toEqual([{ title: 'Copied.' }])
  })

  it('that was said before the page is drawn is shown once it is, and goes when what it tells of is over', () => {
    ui.toast('Copied.')
    const end = ui.toastWhile({ title: 'Taking in the text …' })
    const shown = drawn()
    expect(shown).toEqual([{ title: 'Copied.' }, { title: 'Taking in the text …', stays: true }])
    end()
    expect(shown).toEqual([{ title: 'Copied.' }])
  })

  it('that was over before is not shown', () => {
    ui.toastWhile({ title: 'Taking in the text …' })()
    expect(drawn()).toEqual([])
  })
})

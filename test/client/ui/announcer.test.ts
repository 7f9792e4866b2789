import { describe, expect, it } from 'vitest'
import { createAnnouncer, QUIET_FOR } from '../../../client/ui/announcer.ts'

/** An announcer on a clock that is moved by hand. */
const withClock = () => {
  let now = 0
  const waiting: { at: number; run: () => void }[] = []
  const announcer = createAnnouncer({
    now: () => now,
    later: (run, after) => void waiting.push({ at: now + after, run }),
  })
  const pass = (time: number) => {
    now += time
    for (const due of waiting.splice(0)) {
      if (due.at <= now) due.run()
      else waiting.push(due)
    }
  }
  return { announcer, pass }
}

describe('What is said to a screen reader', () => {
  it('is said at once after a quiet time', () => {
    const { announcer } = withClock()
    announcer.announce('Source cited.')
    expect(announcer.get()).toBe('Source cited.')
  })

  it('is at most one message in five seconds, the newest', () => {
    const { announcer, pass } = withClock()
    const heard: string[] = []
    announcer.subscribe(() => heard.push(announcer.get()))
    announcer.announce('1 source found.')
    announcer.announce('2 sources found.')
    announcer.announce('3 sources found.')
    pass(QUIET_FOR - 1)
    expect(heard).toEqual(['1 source found.'])
    pass(1)
    expect(heard).toEqual(['1 source found.', '3 sources found.'])
  })

  it('is read again when the same words are said again', () => {
    const { announcer, pass } = withClock()
    announcer.announce('Excerpt cited.')
    pass(QUIET_FOR)
    const before = announcer.get()
    announcer.announce('Excerpt cited.')
    expect(announcer.get()).not.toBe(before)
    expect(announcer.get().trim()).toBe('Excerpt cited.')
  })
})

/**
 * How much one socket may send. Who sends more is not read for a while, which loses nothing: the other end waits.
 * Who never stops has to go.
 */
export type Rate = {
  /** A frame of so many bytes came. */
  took(bytes: number): void
  /** Nothing is held back any more. */
  stop(): void
}

export type RateOptions = {
  /** Reads no more, or does again. */
  hold(on: boolean): void
  /** It was held back again and again, without a pause for breath. */
  tooMuch(): void
  /** Milliseconds. */
  now?: () => number
}

/** A person who holds a key down sends 30 a second, a program that imports a table a few thousand at once. */
const FRAMES_A_SECOND = 200
const BYTES_A_SECOND = 2 * 1024 * 1024
/** So many seconds' worth may come at once. */
const BURST = 5
/** An offline week or an import is over by then; what goes on and on is a fault or an attack. */
const HELD_FOR = 60_000

export const createRate = ({ hold, tooMuch, now = () => performance.now() }: RateOptions): Rate => {
  let frames = FRAMES_A_SECOND * BURST
  let bytes = BYTES_A_SECOND * BURST
  let at = now()
  let timer: ReturnType<typeof setTimeout> | null = null
  /** Since when it had no half of its burst left. */
  let busySince: number | null = null

  const refill = () => {
    const seconds = (now() - at) / 1000
    at = now()
    frames = Math.min(FRAMES_A_SECOND * BURST, frames + seconds * FRAMES_A_SECOND)
    bytes = Math.min(BYTES_A_SECOND * BURST, bytes + seconds * BYTES_A_SECOND)
    const left = Math.min(frames / (FRAMES_A_SECOND * BURST), bytes / (BYTES_A_SECOND * BURST))
    if (left >= 0.5) busySince = null
    else busySince ??= at
  }

  const go = () => {
    timer = null
    hold(false)
  }

  return {
    took(size) {
      refill()
      frames--
      bytes -= size
      if (timer || (frames >= 0 && bytes >= 0)) return
      if (busySince !== null && at - busySince > HELD_FOR) return tooMuch()
      hold(true)
      // A second's worth at a time: to stop and go for each frame would cost more than the frame.
      const debt = Math.max(-frames / FRAMES_A_SECOND, -bytes / BYTES_A_SECOND)
      timer = setTimeout(go, (debt + 0.5) * 1000)
      timer.unref()
    },
    stop() {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}

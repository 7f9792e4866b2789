/**
 * Tells when a person scrolls, by wheel, finger or scroll bar. Not when the page itself brings something into view: a card
 * that opens there would be closed by what opened it.
 */
export const onScrolled = (besides: string, act: () => void): (() => void) => {
  const ending = new AbortController()
  const options = { signal: ending.signal, capture: true, passive: true }
  let pressed = false
  const within = (event: Event) => event.target instanceof Element && event.target.closest(besides) !== null
  const onMove = (event: Event) => {
    if (!within(event)) act()
  }
  document.addEventListener('wheel', onMove, options)
  document.addEventListener('touchmove', onMove, options)
  document.addEventListener('pointerdown', () => (pressed = true), options)
  document.addEventListener('pointerup', () => (pressed = false), options)
  document.addEventListener('scroll', (event) => pressed && onMove(event), options)
  return () => ending.abort()
}

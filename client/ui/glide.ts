/** Shows where something went that has just jumped: it moves there from where it stood. Not for who wants no motion. */

/** As --motion in tokens.css. */
const MOTION: KeyframeAnimationOptions = { duration: 120, easing: 'ease-out' }

/** `from`: how many pixels below its place it stood. */
export const glide = (elements: Iterable<Element>, from: number): void => {
  if (from === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  for (const element of elements)
    element.animate([{ transform: `translateY(${from}px)` }, { transform: 'none' }], MOTION)
}

/** Milliseconds. A browser that paints nothing, in a window that nobody sees, goes on all the same. */
const FRAME_COMES_WITHIN = 300

/** Resolves when what is in the page now has been painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    // A task of its own runs after the frame that was asked for.
    requestAnimationFrame(() => setTimeout(resolve, 0))
    setTimeout(resolve, document.visibilityState === 'hidden' ? 0 : FRAME_COMES_WITHIN)
  })

/** Puts an element elsewhere in the page with the focus and what is scrolled in it, where the browser can (DOM `moveBefore`). */
export const moveElement = (element: HTMLElement, into: HTMLElement): void => {
  // Firefox before 144, Safari.
  if (!('moveBefore' in into) || !element.isConnected || !into.isConnected) return into.append(element)
  ;(into as { moveBefore(node: Node, before: Node | null): void }).moveBefore(element, null)
}

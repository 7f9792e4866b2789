/** As a `ref`: what has just come has the focus, and with it stands in view. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus()

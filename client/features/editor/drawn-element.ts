/** An element that the page draws itself, with its class and its words. */
export const element = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = '') => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

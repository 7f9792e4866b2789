/** Attributes of nodes as HTML carries them: each with a default, so that a field added later is no new schema. */

export const attribute = (name: string, dataName = `data-${name}`) => ({
  default: null as string | null,
  parseHTML: (element: HTMLElement) => element.getAttribute(dataName),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] == null ? {} : { [dataName]: String(attributes[name]) },
})

export const numberAttribute = (name: string) => ({
  default: null as number | null,
  parseHTML: (element: HTMLElement) => {
    const number = Number.parseInt(element.getAttribute(name) ?? '', 10)
    return number >= 1 ? number : null
  },
})

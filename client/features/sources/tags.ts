/** Tags as a person types them: one line, commas between. */
export const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((tag) => tag.trim().replace(/^#/, '').replace(/\s+/g, ' ').slice(0, 60))
      .filter((tag) => tag !== ''),
  ),
]

export const tagsText = (tags: readonly string[]): string => tags.join(', ')

/** Tags used in the brief, the most used first. */
export const usedTags = (excerpts: Iterable<{ tags: readonly string[] }>): string[] => {
  const counts = new Map<string, number>()
  for (const { tags } of excerpts) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([tag]) => tag)
}

/** What an export may be asked for. */
export type MarkdownOptions = {
  /**
   * `footnotes`: a note a citation, with the passage. `pandoc`: `[@key, p. 7]` in the text. `plain`: `[3, p. 7]`
   * with a numbered list of sources.
   */
  citations?: 'footnotes' | 'pandoc' | 'plain'
  /**
   * `all`: the passages in the notes, and the ties. `key`: keys and locators in the notes, and the ties.
   * `none`: keys and locators only; such a file restores no evidence.
   */
  evidence?: 'all' | 'key' | 'none'
  /** `inside`: everything, a member moving the team's own work. `outside`: the cited words and nothing else. */
  audience?: 'inside' | 'outside'
}

export const withDefaults = (options: MarkdownOptions): Required<MarkdownOptions> => ({
  citations: options.citations ?? 'footnotes',
  evidence: options.evidence ?? 'all',
  audience: options.audience ?? 'inside',
})

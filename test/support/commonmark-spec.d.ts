/** The package brings no types. */
declare module 'commonmark-spec' {
  /** Tabs stand as →. */
  export const tests: readonly { markdown: string; html: string; section: string; number: number }[]
}

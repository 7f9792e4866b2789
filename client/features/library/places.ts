/** Addresses of places in a brief: what stands behind # is read when the brief opens, and sent to no server. */
const brief = (id: string) => `/b/${encodeURIComponent(id)}`

export const citationAddress = (briefId: string, citation: string): string =>
  `${brief(briefId)}#${new URLSearchParams({ citation })}`

/** The source in the reader; with `find`, its text is searched for these words. */
export const sourceAddress = (briefId: string, source: string, find?: string): string =>
  `${brief(briefId)}#${new URLSearchParams({ source, ...(find && { find }) })}`

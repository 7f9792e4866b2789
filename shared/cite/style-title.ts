/** How a CSL style calls itself: apart from what tries styles, so that a list of them loads no engine. */

/** The title that a style gives itself. */
export const titleOfStyle = (csl: string): string =>
  /<title(?:\s[^>]*)?>([^<]{1,200})<\/title>/.exec(csl)?.[1]?.replace(/&amp;/g, '&').trim() ||
  'A style of your own'

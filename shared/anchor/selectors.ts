/**
 * The two W3C Web Annotation selectors that say together where a passage stands and what it says
 * (Web Annotation Data Model §4.2.4 and §4.2.5).
 */

/** UTF-16 code units into the text; end is exclusive. */
type TextPositionSelector = { type: 'TextPositionSelector'; start: number; end: number }
type TextQuoteSelector = { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string }
/** Always in this order. */
export type Selectors = [TextPositionSelector, TextQuoteSelector]

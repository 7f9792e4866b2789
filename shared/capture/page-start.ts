/** How a page of mark-up begins, also one that was pasted as text: the same bytes then always give the same text. */

/** Before a page's first element may stand its encoding's mark, comments and what XML declares. */
export const PAGE_START =
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

/** Where a picture stood among pasted words, until it is uploaded: a sign that no text has, with its number. */
export const markOf = (index: number): string => `\uE0F0${index}\uE0F1`

export const MARKS = /\uE0F0(\d{1,3})\uE0F1/g

/** Signs of it in a text from elsewhere would be taken for ours. */
export const withoutMarks = (html: string): string => html.replace(/[\uE0F0\uE0F1]/g, '')

/** The three example sources that have a text of their own, as the files a person would bring in. */
import { analysis } from './analysis.ts'
import { article } from './article.ts'
import { decree } from './decree.ts'

export type ExampleFile = {
  source: 'courier' | 'decree' | 'analysis'
  bytes: Uint8Array
  mediaType: string
  filename: string
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const exampleFiles: readonly ExampleFile[] = [
  { source: 'courier', bytes: utf8(article), mediaType: 'text/plain', filename: 'courier.txt' },
  { source: 'decree', bytes: utf8(decree), mediaType: 'text/html', filename: 'decree-214-2025.html' },
  { source: 'analysis', bytes: utf8(analysis), mediaType: 'text/markdown', filename: 'coordination.md' },
]

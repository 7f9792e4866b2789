/** One update that a socket offers to a document: what it is until it is durable, refused or put off. */
import type { Connection } from './connection.ts'

export type Offer = {
  is: 'offer'
  by: Connection
  update: Uint8Array
  /** Its number among the counted frames of its socket. */
  number: number
  step2: boolean
  /** It came before its socket's step 2, and may build on what that will bring. */
  early: boolean
  /** Bytes that it holds back of its socket, until it is through. */
  weight: number
}

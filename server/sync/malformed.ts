/** Bytes that are no frame, update or presence of this protocol. The message goes into the close reason. */
export class Malformed extends Error {}

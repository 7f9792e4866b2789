/** The package has no types of its own. */
declare module 'html-encoding-sniffer' {
  /** The encoding that the HTML Standard's sniffing finds: a name of the WHATWG Encoding Standard. */
  const sniff: (bytes: Uint8Array, options?: { defaultEncoding?: string }) => string
  export default sniff
}

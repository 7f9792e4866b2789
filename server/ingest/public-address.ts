/**
 * Which addresses of the web the server may open for a person: public pages on usual ports. Everything that could lie
 * inside the network it stands in is out of reach, however it is written (OWASP, Server-Side Request Forgery Prevention).
 */
import ipaddr from 'ipaddr.js'
import { Refusal } from '../../shared/wire/refusal.ts'

/** What pages are served on; other ports are databases, printers and consoles. '' is the scheme's own. */
const PORTS = new Set(['', '80', '443', '8000', '8080', '8443'])

/** Names that only mean something inside a network or on one machine (RFC 6761, 6762, 7686, 8375, and what routers use). */
const INSIDE =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa)$/

/** Public by number and inside by use: consoles through which a cloud machine is told its secrets. */
const CONSOLES = new Set(['168.63.129.16', '192.88.99.1'])

/** IPv6 that is given out for the public net (RFC 4291, IANA): whatever lies elsewhere is inside, or wraps an IPv4. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')
const NOT_GLOBAL = [ipaddr.IPv6.parseCIDR('3fff::/20'), ipaddr.IPv6.parseCIDR('2001::/23')]

/** Whether an IP address is one of the public net, for one receiver. */
export const isPublic = (ip: string): boolean => {
  if (!ipaddr.isValid(ip) || ip.includes('%')) return false
  const address = ipaddr.parse(ip)
  if (address.range() !== 'unicast' || CONSOLES.has(address.toString())) return false
  if (!(address instanceof ipaddr.IPv6)) return true
  return address.match(GLOBAL) && !NOT_GLOBAL.some((range) => address.match(range))
}

/**
 * The address as a URL that may be opened, as far as it can be told from its letters: resolved names are checked by
 * whoever connects. `trusted`: origins beyond that rule. Throws Refusal.
 */
export const webAddress = (typed: string, trusted: ReadonlySet<string>): URL => {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    throw refused(
      'This is no address of a web page: it should begin with https://. Nothing was added; check it.',
    )
  if (url.username !== '' || url.password !== '')
    throw refused(
      'This address has a name or a password in it. Nothing was added; open the page in your browser and save it from there.',
    )
  if (trusted.has(url.origin)) return url
  if (!PORTS.has(url.port))
    throw refused(
      `Pages are not fetched from port ${url.port}. Nothing was added; save the page from your browser and add the file.`,
    )
  // "localhost." is localhost.
  url.hostname = url.hostname.replace(/\.+$/, '')
  if (!mayNameHost(url.hostname)) throw notPublic()
  return url
}

const mayNameHost = (host: string): boolean => {
  if (host.startsWith('[')) return isPublic(host.slice(1, -1))
  if (ipaddr.IPv4.isValid(host)) return isPublic(host)
  // A name of one word is looked up in the server's own network.
  return host.includes('.') && !INSIDE.test(host)
}

export const notPublic = (): Refusal =>
  refused(
    'This address does not lie on the public web, so the server does not open it. Nothing was added; save the page from your browser and add the file.',
  )

const refused = (sentence: string) => new Refusal('address-refused', sentence)

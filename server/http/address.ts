/** Under which addresses people reach this server, and from which of them its own pages may talk to it. */
import os from 'node:os'
import type { Config } from '../config.ts'

type Where = Pick<Config, 'host' | 'publicUrl'>

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Whether `HOST` lets other machines in. */
export const isBeyondLoopback = (host: string): boolean =>
  host !== 'localhost' && host !== '::1' && !host.startsWith('127.')

const isWildcard = (host: string) => host === '0.0.0.0' || host === '::'

const origin = (host: string, port: number) => new URL(`http://${host}:${port}`).origin

const inUrl = (address: string) => (address.includes(':') ? `[${address}]` : address)

/** The addresses of this machine that `HOST` names, as they stand in a URL. */
const named = (host: string): string[] => {
  if (!isWildcard(host)) return [inUrl(host)]
  const found = Object.values(os.networkInterfaces())
    .flatMap((list) => list ?? [])
    // Link-local IPv6 needs a zone, which no browser takes in a URL.
    .filter((each) => !each.internal && !each.address.startsWith('fe80:'))
  const four = found.filter((each) => each.family === 'IPv4')
  const six = found.filter((each) => each.family === 'IPv6')
  return [...four, ...six].map((each) => inUrl(each.address))
}

/** What colleagues open, the likeliest first; on loopback what this machine opens. Never empty. */
export const addressesOf = ({ host, publicUrl }: Where, port: number): string[] => {
  if (publicUrl) return [publicUrl]
  const own = named(host).map((each) => origin(each, port))
  return own.length ? own : [origin(LOOPBACK[0]!, port)]
}

/** What this machine itself can open, for the start line and for commands beside the server. */
export const localAddress = ({ host }: Pick<Config, 'host'>, port: number): string =>
  origin(isWildcard(host) ? LOOPBACK[0]! : inUrl(host), port)

/**
 * Whether a page of this origin may talk to the server. Without PUBLIC_URL it must be the request's own host, and
 * that must be a name of this machine's own: otherwise a foreign name that is made to point here gets in.
 */
export const originAllowed = (
  { host, publicUrl }: Where,
  port: number,
  from: string | null | undefined,
  requestHost: string | null | undefined,
): boolean => {
  if (!from) return false
  if (publicUrl) return from === publicUrl
  if (!requestHost || from !== `http://${requestHost}`) return false
  return [...LOOPBACK, ...named(host)].some((each) => origin(each, port) === from)
}

/**
 * The address that a share link begins with: the one that its maker uses, if a colleague can use it too. Whoever
 * sits at the server's own machine sees a loopback address, which leads a colleague to a machine of their own.
 */
export const linkBase = (config: Where, port: number, requestHost: string | undefined): string => {
  if (config.publicUrl) return config.publicUrl
  const own = `http://${requestHost}`
  const isOurs = originAllowed(config, port, own, requestHost)
  const isLoopback = LOOPBACK.some((each) => origin(each, port) === own)
  if (isOurs && !(isLoopback && isBeyondLoopback(config.host))) return own
  return isBeyondLoopback(config.host) ? addressesOf(config, port)[0]! : localAddress(config, port)
}

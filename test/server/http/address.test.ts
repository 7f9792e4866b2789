import os from 'node:os'
import { describe, expect, it } from 'vitest'
import { addressesOf, linkBase, localAddress, originAllowed } from '../../../server/http/address.ts'

const loopback = { host: '127.0.0.1', publicUrl: null }
const everywhere = { host: '0.0.0.0', publicUrl: null }
const published = { host: '127.0.0.1', publicUrl: 'https://briefs.example.org' }
/** An address of this machine that others can reach, if it has one. */
const outer = Object.values(os.networkInterfaces())
  .flatMap((list) => list ?? [])
  .find((each) => !each.internal && each.family === 'IPv4')?.address

const allowed = (config: typeof loopback, origin: string, host: string) =>
  originAllowed(config, 3000, origin, host)

describe('The origin of a page', () => {
  it('may be this machine under each of its own names, and the request must use the same one', () => {
    for (const name of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000'])
      expect(allowed(loopback, `http://${name}`, name)).toBe(true)
    expect(allowed(loopback, 'http://localhost:3000', '127.0.0.1:3000')).toBe(false)
  })

  it('may not be another port, another scheme or another name, even one that is made to point here', () => {
    expect(allowed(loopback, 'http://127.0.0.1:3001', '127.0.0.1:3000')).toBe(false)
    expect(allowed(loopback, 'https://127.0.0.1:3000', '127.0.0.1:3000')).toBe(false)
    expect(allowed(loopback, 'http://attacker.example:3000', 'attacker.example:3000')).toBe(false)
    expect(allowed(loopback, 'http://192.0.2.7:3000', '192.0.2.7:3000')).toBe(false)
    expect(allowed(loopback, 'null', '127.0.0.1:3000')).toBe(false)
  })

  it('must be exactly the public address where there is one', () => {
    expect(originAllowed(published, 3000, 'https://briefs.example.org', 'anything')).toBe(true)
    expect(originAllowed(published, 3000, 'http://briefs.example.org', 'briefs.example.org')).toBe(false)
    expect(originAllowed(published, 3000, 'http://127.0.0.1:3000', '127.0.0.1:3000')).toBe(false)
  })

  it.skipIf(!outer)('may be an address of this machine when the server listens on all of them', () => {
    expect(allowed(everywhere, `http://${outer}:3000`, `${outer}:3000`)).toBe(true)
    expect(allowed(loopback, `http://${outer}:3000`, `${outer}:3000`)).toBe(false)
  })
})

describe('The addresses that people are given', () => {
  it('are the public one alone where there is one', () => {
    expect(addressesOf(published, 3000)).toEqual(['https://briefs.example.org'])
    expect(linkBase(published, 3000, '127.0.0.1:3000')).toBe('https://briefs.example.org')
  })

  it('are this machine’s own on loopback', () => {
    expect(localAddress({ host: '0.0.0.0' }, 3000)).toBe('http://127.0.0.1:3000')
    expect(localAddress({ host: '::1' }, 3000)).toBe('http://[::1]:3000')
    expect(linkBase(loopback, 3000, 'localhost:3000')).toBe('http://localhost:3000')
    expect(linkBase(loopback, 3000, 'attacker.example')).toBe('http://127.0.0.1:3000')
  })

  it.skipIf(!outer)('lead a colleague to this machine, even if its owner sits at it', () => {
    expect(addressesOf(everywhere, 3000)).toContain(`http://${outer}:3000`)
    expect(linkBase(everywhere, 3000, '127.0.0.1:3000')).not.toContain('127.0.0.1')
    expect(linkBase(everywhere, 3000, `${outer}:3000`)).toBe(`http://${outer}:3000`)
  })
})

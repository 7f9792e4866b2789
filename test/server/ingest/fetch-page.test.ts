import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetcher, type Fetcher } from '../../../server/ingest/fetch-page.ts'
import { Refusal } from '../../../shared/wire/refusal.ts'
import { leadsTo, openSite, page } from '../../support/little-site.ts'

const ARTICLE = '<!doctype html><title>Port</title><p>Exports fell by a third.</p>'

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(
    () => new Error('It was fetched.'),
    (each: unknown) => each,
  )
  if (!(error instanceof Refusal)) throw error
  return error
}

/** What lies behind a name; a name that is not listed was not to be looked up. */
const NAMES: Record<string, string[]> = {
  'inside.example.org': ['10.1.2.3'],
  'loop.example.org': ['127.0.0.1'],
  'loop6.example.org': ['::1'],
  'both.example.org': ['93.184.215.14', '192.168.0.1'],
  'mapped.example.org': ['::ffff:10.0.0.1'],
  'unique.example.org': ['fd00::1'],
  'meta.example.org': ['169.254.169.254'],
  'xn--bcher-kva.example.org': ['172.16.0.9'],
}

describe('An address that must not be reached', () => {
  const reached: string[] = []
  const fetcher = createFetcher({
    resolve: async (name) => {
      const ips = NAMES[name]
      if (ips) return ips
      reached.push(name)
      return ['127.0.0.1']
    },
  })

  it.each([
    // Loopback, however it is written.
    'http://127.0.0.1/',
    'http://127.8.9.10/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://0177.0.0.01/',
    'http://127.0.0.1./',
    'http://１２７．０．０．１/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http://localhost/',
    'http://localhost./',
    'http://LOCALHOST/',
    'http://sub.localhost/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    // IPv4 inside IPv6: mapped, compatible, NAT64, 6to4, Teredo.
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::a00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:c0a8:1::1]/',
    'http://[2001:0:7f00:1::]/',
    // Nobody's, everybody's and the neighbours'.
    'http://0.0.0.0/',
    'http://0/',
    'http://[::]/',
    'http://255.255.255.255/',
    'http://224.0.0.1/',
    'http://[ff02::1]/',
    'http://240.0.0.1/',
    'http://192.0.2.1/',
    'http://[2001:db8::1]/',
    'http://[3fff::1]/',
    'http://198.18.0.1/',
    // Inside a network.
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
    'http://[fe80::1]/',
    'http://[fe80::1%25eth0]/',
    'http://[fec0::1]/',
    'http://intranet/',
    'http://router.lan/',
    'http://printer.local/',
    'http://nas.home.arpa/',
    'http://hidden.onion/',
    // Where machines in a cloud are told their secrets.
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://metadata.google.internal/',
    // A name that leads there.
    'https://inside.example.org/',
    'https://loop.example.org/',
    'https://loop6.example.org/',
    'https://both.example.org/',
    'https://mapped.example.org/',
    'https://unique.example.org/',
    'https://meta.example.org/',
    'https://bücher.example.org/',
    // Not the web, not a page's port, or with a key in it.
    'ftp://example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'data:text/html,hello',
    'javascript:alert(1)',
    'blob:https://example.org/1',
    'http://example.org:22/',
    'http://example.org:6379/',
    'http://example.org:11211/',
    'http://ana@example.org/',
    'http://ana:secret@example.org/',
    'http://example.org@127.0.0.1/',
    'http://127.0.0.1\\@example.org/',
    'http:///',
    'example',
    '',
  ])('%s', async (address) => {
    const refusal = await refusalOf(fetcher(address))
    expect(refusal.code).toBe('address-refused')
    expect(refusal.message).toMatch(/Nothing was added; .*\.$/)
    expect(reached).toEqual([])
  })
})

describe('A page that is fetched', () => {
  let site: Awaited<ReturnType<typeof openSite>>
  let fetcher: Fetcher
  beforeAll(async () => {
    site = await openSite({
      '/article': page(ARTICLE),
      '/packed': (_, r) =>
        r.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(ARTICLE)),
      '/bomb': (_, r) =>
        r
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(11 * 1024 * 1024, 97))),
      '/endless': (_, r) => {
        r.writeHead(200, { 'content-type': 'text/html' })
        const more = () => void (r.destroyed || r.write('x'.repeat(65_536), more))
        more()
      },
      '/announced': (_, r) =>
        r.writeHead(200, { 'content-type': 'text/html', 'content-length': 20_000_000 }).write('x'),
      '/torn': (_, r) =>
        r.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('no gzip at all'),
      '/odd': (_, r) => r.writeHead(200, { 'content-encoding': 'rot13' }).end('x'),
      '/silent': () => {},
      '/video': page('x', { 'content-type': 'video/mp4' }),
      '/locked': (_, r) => r.writeHead(402).end(),
      '/away': (_, r) => r.writeHead(410).end(),
      '/broken': (_, r) => r.writeHead(500).end(),
      '/cookie': (_, r) => r.writeHead(302, { location: '/article', 'set-cookie': 'a=1' }).end(),
      '/one': leadsTo('/two'),
      '/two': leadsTo('/three'),
      '/three': leadsTo('/article#part'),
      '/zero': leadsTo('/one'),
      '/round': leadsTo('/round'),
      '/inside': leadsTo('http://169.254.169.254/latest/meta-data/'),
      '/other-port': leadsTo('http://127.0.0.1:1/'),
      '/file': leadsTo('file:///etc/passwd'),
      '/key': leadsTo('http://ana:secret@example.org/'),
    })
    fetcher = createFetcher({ trusted: new Set([site.origin]) })
  })
  afterAll(() => site.close())
  const at = (path: string) => fetcher(site.origin + path)

  it('comes with its kind and the address where it was found', async () => {
    const { bytes, ...rest } = await at('/one')
    expect(Buffer.from(bytes).toString()).toBe(ARTICLE)
    expect(rest).toEqual({ mediaType: 'text/html', address: `${site.origin}/article` })
    expect(Buffer.from((await at('/packed')).bytes).toString()).toBe(ARTICLE)
  })

  it('is asked for without cookies and without word of who asks', async () => {
    site.asked.length = 0
    await at('/cookie')
    expect(site.asked).toHaveLength(2)
    for (const { headers } of site.asked) {
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
      expect(headers).not.toHaveProperty('authorization')
    }
  })

  it('takes no proxy from the environment', async () => {
    const before = process.env.http_proxy
    process.env.http_proxy = 'http://127.0.0.1:1'
    try {
      expect((await at('/article')).mediaType).toBe('text/html')
    } finally {
      if (before === undefined) delete process.env.http_proxy
      else process.env.http_proxy = before
    }
  })

  it.each([
    ['/zero', 'fetch-failed', /leads on more than 3 times/],
    ['/round', 'fetch-failed', /leads on more than 3 times/],
    ['/inside', 'address-refused', /public web/],
    ['/other-port', 'address-refused', /port 1/],
    ['/file', 'address-refused', /no address of a web page/],
    ['/key', 'address-refused', /password/],
    ['/bomb', 'too-large', /larger than 10 MB/],
    ['/endless', 'too-large', /larger than 10 MB/],
    ['/announced', 'too-large', /larger than 10 MB/],
    ['/torn', 'fetch-failed', /connection did not come about|could not be unpacked/],
    ['/odd', 'fetch-failed', /packed in a way/],
    ['/video', 'unknown-kind', /video\/mp4/],
    ['/locked', 'walled', /save it from your browser/],
    ['/away', 'fetch-failed', /no such page/],
    ['/broken', 'fetch-failed', /error \(500\)/],
  ])('is refused at %s as %s', async (path, code, sentence) => {
    const refusal = await refusalOf(at(path))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(sentence)
  })

  it('is not waited for without end, and can be given up', async () => {
    const hasty = createFetcher({ trusted: new Set([site.origin]), patienceMs: 150 })
    expect((await refusalOf(hasty(`${site.origin}/silent`))).message).toMatch(/did not arrive within/)
    const given = new AbortController()
    const waiting = fetcher(`${site.origin}/silent`, given.signal)
    given.abort(new Error('The person went on.'))
    await expect(waiting).rejects.toThrow('The person went on.')
  })
})

/**
 * Keeps the program itself on this device, so that a page opens without a network: the page, and every file it names.
 * What people write and read is not its business: it answers nothing under /api or /sync.
 */

/** Put in by the build (vite.config.ts): what this version is called, and its files. */
declare const SHELL: { version: string; files: string[] }

type Asked = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Phase = Event & { waitUntil(done: Promise<unknown>): void }

const worker = self as unknown as EventTarget & {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const PAGE = '/'
const PREFIX = 'vouch-shell '
const OURS = PREFIX + SHELL.version
/** A page that is open asks later for files of the version it began with. */
const VERSIONS_KEPT = 2
/** A network that is nearly gone lets one wait for ever; the page on the device is then the better answer. */
const NETWORK_ANSWERS_WITHIN = 4_000
/** The page that takes what a browser sends has a header of its own, which a kept page has not; published pages are no page of ours. */
const NOT_OURS = /^\/(api|sync|r|collect|healthz|readyz|metrics)(\/|$)/

/** All of it or nothing: a version that is half on the device never answers. */
const install = async () => {
  const page = await fetched(PAGE)
  const named = [...(await page.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, file]) => file!)
  if (!named.every((file) => SHELL.files.includes(file))) throw new Error('The server has another version.')
  const cache = await caches.open(OURS)
  await Promise.all(
    SHELL.files.map(async (file) => {
      // Files are named after what is in them: one that is here from the version before is the same.
      const there = await caches.match(file)
      await cache.put(file, there ?? (await fetched(file)))
    }),
  )
  await cache.put(PAGE, page)
  await worker.skipWaiting()
}

const fetched = async (address: string): Promise<Response> => {
  const response = await fetch(address, { cache: address === PAGE ? 'reload' : 'default' })
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`)
  return response
}

const activate = async () => {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OURS)
  const old = versions.slice(0, Math.max(0, versions.length - (VERSIONS_KEPT - 1)))
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** The server's page where there is a server, so that a new version shows at once; else the page on the device. */
const openPage = async (request: Request): Promise<Response> => {
  const kept = await (await caches.open(OURS)).match(PAGE)
  if (!kept) return fetch(request)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, NETWORK_ANSWERS_WITHIN, null)
  })
  const response = await Promise.race([fetch(request).catch(() => null), late])
  clearTimeout(timer)
  return response && response.status < 500 ? response : kept
}

/** What pages of a PDF are drawn with is much, and most of it never asked for: what was asked for once stays here. */
const drawn = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await (await caches.open(OURS)).put(request, response.clone()).catch(() => undefined)
  return response
}

worker.addEventListener('install', (event) => (event as Phase).waitUntil(install()))
worker.addEventListener('activate', (event) => (event as Phase).waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const asked = event as Asked
  const { request } = asked
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || NOT_OURS.test(pathname)) return
  if (request.mode === 'navigate') asked.respondWith(openPage(request))
  else if (pathname.startsWith('/assets/'))
    asked.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  else if (pathname.startsWith('/pdf/')) asked.respondWith(drawn(request))
})

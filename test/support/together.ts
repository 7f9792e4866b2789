/** Two people on one brief, each with a browser of their own: where most journeys begin, in Chromium or elsewhere. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { readBrief } from '../../shared/brief/read.ts'
import { Analyst } from './analyst.ts'
import { sharedBrowser } from './browser.ts'
import { startTestServer, type TestServer } from './server.ts'

export type Workspace = {
  server: TestServer
  browser: Browser
  /** The one that Ben and others have. */
  colleagues: Browser
  close(): Promise<void>
}

export const openWorkspace = async (hers = sharedBrowser): Promise<Workspace> => {
  const [server, browser, colleagues] = await Promise.all([startTestServer(), hers(), sharedBrowser()])
  return {
    server,
    browser,
    colleagues,
    async close() {
      await server.close()
    },
  }
}

export type Together = { id: string; ana: Analyst; ben: Analyst; leave(): Promise<void> }

/** Ana owns a new brief, Ben is its editor; both have it open. */
export const openTogether = async (
  { server, browser, colleagues }: Workspace,
  title = 'The council',
): Promise<Together> => {
  const { id } = await server.newBrief(title)
  const { me } = await server.invite(id, 'editor', 'Ben')
  const enter = async (at: Browser, person?: string): Promise<Analyst> => {
    const one = await Analyst.sitDown(at)
    await server.signIn(one.page, person)
    await one.page.goto(`${server.url}/b/${id}`)
    await one.text.waitFor()
    await one.saved()
    return one
  }
  const [ana, ben] = await Promise.all([enter(browser), enter(colleagues, me.id)])
  return {
    id,
    ana,
    ben,
    async leave() {
      await Promise.all([ana.leave(), ben.leave()])
    },
  }
}

export type Journeys = ReturnType<typeof journeys>

/** For a file of journeys: one server for all of them, and two people for each that asks. Ana sits at the browser that is named. */
export const journeys = (hers = sharedBrowser) => {
  let workspace: Workspace
  beforeAll(async () => {
    workspace = await openWorkspace(hers)
  })
  afterAll(() => workspace.close())
  return {
    workspace: () => workspace,
    /** Ana alone at a new brief, the caret in it. */
    alone: async (title: string) => {
      const { server, browser } = workspace
      const { id } = await server.newBrief(title)
      const ana = await Analyst.sitDown(browser)
      onTestFinished(() => ana.leave())
      await server.signIn(ana.page)
      await ana.page.goto(`${server.url}/b/${id}`)
      await ana.text.waitFor()
      await ana.saved()
      await ana.caretAtEnd()
      return { id, ana, brief: async () => readBrief(await server.services.rooms.read(id)) }
    },
    together: async (): Promise<Together> => {
      const both = await openTogether(workspace)
      onTestFinished(both.leave)
      return both
    },
  }
}

/** Two people on one brief, each with a browser of their own: where most journeys begin. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { Analyst } from './analyst.ts'
import { sharedBrowser } from './browser.ts'
import { startTestServer, type TestServer } from './server.ts'

export type Workspace = { server: TestServer; browser: Browser; close(): Promise<void> }

export const openWorkspace = async (): Promise<Workspace> => {
  const [server, browser] = await Promise.all([startTestServer(), sharedBrowser()])
  return {
    server,
    browser,
    async close() {
      await server.close()
    },
  }
}

export type Together = { id: string; ana: Analyst; ben: Analyst; leave(): Promise<void> }

/** Ana owns a new brief, Ben is its editor; both have it open. */
export const openTogether = async (
  { server, browser }: Workspace,
  title = 'The council',
): Promise<Together> => {
  const { id } = await server.newBrief(title)
  const { me } = await server.invite(id, 'editor', 'Ben')
  const enter = async (person?: string): Promise<Analyst> => {
    const one = await Analyst.sitDown(browser)
    await server.signIn(one.page, person)
    await one.page.goto(`${server.url}/b/${id}`)
    await one.text.waitFor()
    await one.saved()
    return one
  }
  const [ana, ben] = await Promise.all([enter(), enter(me.id)])
  return {
    id,
    ana,
    ben,
    async leave() {
      await Promise.all([ana.leave(), ben.leave()])
    },
  }
}

/** For a file of journeys: one server for all of them, and two people for each that asks. */
export const journeys = () => {
  let workspace: Workspace
  beforeAll(async () => {
    workspace = await openWorkspace()
  })
  afterAll(() => workspace.close())
  return {
    workspace: () => workspace,
    together: async (): Promise<Together> => {
      const both = await openTogether(workspace)
      onTestFinished(both.leave)
      return both
    },
  }
}

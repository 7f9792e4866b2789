/**
 * `npm run dev`: server and client on one port, with reload. Vite serves the client and hands /api and /sync to
 * the server, which restarts when its sources change.
 */
import { spawn } from 'node:child_process'
import { createServer as createNetServer } from 'node:net'
import { install, root, runCommand, say } from './prepare.mjs'

const freePort = () =>
  new Promise((resolve) => {
    const probe = createNetServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

await runCommand(async () => {
  install()
  const { createServer } = await import('vite')
  const host = process.env.HOST ?? '127.0.0.1'
  const port = Number(process.env.PORT ?? 3000)
  const inner = await freePort()
  const target = `http://127.0.0.1:${inner}`
  const server = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(inner),
        PUBLIC_URL: process.env.PUBLIC_URL ?? `http://${host}:${port}`,
      },
    },
  )
  const client = await createServer({
    configFile: `${root}/vite.config.ts`,
    server: {
      host,
      port,
      strictPort: true,
      proxy: {
        '/api': { target },
        '/sync': { target, ws: true },
        '/healthz': { target },
        '/readyz': { target },
      },
    },
  })
  await client.listen()
  say(`Client and server with reload on http://${host}:${port}`)
  const stop = async () => {
    server.kill('SIGTERM')
    await client.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  server.once('exit', (code) => process.exit(code ?? 0))
})

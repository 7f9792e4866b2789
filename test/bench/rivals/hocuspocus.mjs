/** @hocuspocus/server with its SQLite extension, as its documentation starts it; prints its port. */
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const [dir] = process.argv.slice(2)
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: `${dir}/hocuspocus.sqlite` })],
})
await server.listen(0)
process.stdout.write(`port ${server.address.port}\n`)

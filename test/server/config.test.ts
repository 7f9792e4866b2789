import { describe, expect, it } from 'vitest'
import { ConfigMistakes, readConfig } from '../../server/config.ts'

const mistakesOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigMistakes) return error.mistakes
    throw error
  }
}

describe('The environment', () => {
  it('may be empty: then the server is for this machine alone', () => {
    expect(readConfig({}, '/srv')).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/data',
      publicUrl: null,
      logLevel: 'info',
      ownerToken: null,
      storeLimit: null,
      backups: null,
    })
  })

  it('counts an empty variable as not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, publicUrl: null })
  })

  it('takes a public address with or without a slash at its end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://briefs.example.org/' }).publicUrl).toBe(
      'https://briefs.example.org',
    )
  })

  it('has all its mistakes said at once, each with its name, its fault and an example', () => {
    const mistakes = mistakesOf({
      PORT: '70000',
      HOST: 'not a host',
      PUBLIC_URL: 'https://briefs.example.org/vouch',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'postgres://db',
      REDIS_URL: 'redis://cache',
    })
    expect(mistakes).toHaveLength(6)
    expect(mistakes.join('\n')).toMatchInlineSnapshot(`
      "HOST="not a host" is not the name or address of a network interface. For example: HOST=127.0.0.1
      PORT="70000" is not a port between 0 and 65535. For example: PORT=3000
      PUBLIC_URL="https://briefs.example.org/vouch" is not a web address without a path. For example: PUBLIC_URL=https://briefs.example.org
      LOG_LEVEL="loud" is none of fatal, error, warn, info, debug, trace, silent. For example: LOG_LEVEL=info
      DATABASE_URL is set, but this version cannot use PostgreSQL. Leave it out: DATA_DIR=./data keeps everything
      REDIS_URL is set, but this version cannot use Redis. Leave it out: DATA_DIR=./data keeps everything"
    `)
  })

  it('says where backups go, how often, and how many stay', () => {
    expect(readConfig({ BACKUP_DIR: 'kept', BACKUP_EVERY: '90m', BACKUP_KEEP: '3' }, '/srv').backups).toEqual(
      {
        dir: '/srv/kept',
        every: 5_400_000,
        keep: 3,
      },
    )
    expect(readConfig({ BACKUP_DIR: '/kept' }).backups).toEqual({ dir: '/kept', every: 86_400_000, keep: 7 })
    expect(mistakesOf({ BACKUP_EVERY: 'daily', BACKUP_KEEP: '0' })).toHaveLength(4)
  })

  it('is never repeated where it is a secret', () => {
    const [mistake] = mistakesOf({ VOUCH_OWNER_TOKEN: 'short secret' })
    expect(mistake).toContain('VOUCH_OWNER_TOKEN must be 16 to 200')
    expect(mistake).not.toContain('short secret')
  })
})

/** The figures of /metrics beside those of requests, in Prometheus' text format 0.0.4. */
import { statfs } from 'node:fs/promises'
import type { Services } from '../services.ts'

type Figure = { name: string; type: 'gauge' | 'counter'; values: readonly (readonly [string, number])[] }

const one = (name: string, type: Figure['type'], value: number): Figure => ({
  name,
  type,
  values: [['', value]],
})

/** Part of the disk that is free for the server, 0 to 1. */
export const freeDisk = async (dir: string): Promise<number> => {
  const { bavail, blocks } = await statfs(dir)
  return blocks > 0 ? bavail / blocks : 1
}

export const figuresAsText = async (s: Services): Promise<string> => {
  const { sockets, frames, bytes, closed, refused, commits } = s.meters.read()
  const newest = s.backups?.newest() ?? null
  const figures: Figure[] = [
    one('vouch_sockets', 'gauge', sockets),
    one('vouch_open_documents', 'gauge', s.rooms.openDocuments()),
    one('vouch_stalled_documents', 'gauge', s.rooms.stalledDocuments()),
    one('vouch_frames_total', 'counter', frames),
    one('vouch_frame_bytes_total', 'counter', bytes),
    {
      name: 'vouch_sockets_closed_total',
      type: 'counter',
      values: [...closed].map(([code, count]) => [`{code="${code}"}`, count] as const),
    },
    {
      name: 'vouch_frames_refused_total',
      type: 'counter',
      values: [...refused].map(([code, count]) => [`{code="${code}"}`, count] as const),
    },
    one('vouch_commits_failed_total', 'counter', commits.failed),
    {
      name: 'vouch_document_problems_total',
      type: 'counter',
      values: [...s.problems].map(([problem, count]) => [`{problem="${problem}"}`, count] as const),
    },
    one('vouch_loop_lag_seconds', 'gauge', s.meters.loopLag()),
    one('vouch_disk_free_ratio', 'gauge', await freeDisk(s.config.dataDir)),
  ]
  if (s.backups) {
    figures.push(one('vouch_backups_well', 'gauge', s.backups.isWell() ? 1 : 0))
    if (newest !== null) figures.push(one('vouch_backup_age_seconds', 'gauge', (Date.now() - newest) / 1000))
  }
  const name = 'vouch_commit_seconds'
  return [
    ...figures.flatMap((figure) => [
      `# TYPE ${figure.name} ${figure.type}`,
      ...figure.values.map(([labels, value]) => `${figure.name}${labels} ${value}`),
    ]),
    `# TYPE ${name} histogram`,
    ...commits.buckets.map(([bound, count]) => `${name}_bucket{le="${bound}"} ${count}`),
    `${name}_bucket{le="+Inf"} ${commits.count}`,
    `${name}_sum ${commits.seconds}`,
    `${name}_count ${commits.count}`,
    '',
  ].join('\n')
}

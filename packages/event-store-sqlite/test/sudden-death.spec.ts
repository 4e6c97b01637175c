import { any } from '@quittance/event-store'
import { describe, expect, it } from 'vitest'
import { endOf, startChild } from './child-process.js'
import { opened, temporaryFile } from './temporary-file.js'

const factsByBatch = async (file: string): Promise<ReadonlyMap<string, number>> => {
  const store = opened(file, { integrity: 'full' })
  const counts = new Map<string, number>()
  let position = 0
  store.scan(0, (row) => {
    expect(row.position).toBe(++position)
    counts.set(row.commandId, (counts.get(row.commandId) ?? 0) + 1)
  })
  await store.close()
  return counts
}

describe('a writer killed in the middle', () => {
  it('loses no acknowledged append and leaves none half written', async () => {
    const { file, remove } = temporaryFile()
    const acknowledged: string[] = []
    for (const [round, milliseconds] of [30, 75, 110, 5, 160, 50, 90].entries()) {
      const child = startChild('./child-writer.mjs', file, `writer${round}`, 1_000_000, 1 + (round % 4))
      let isDying = false
      const { lines, errors } = await endOf(child, () => {
        if (!isDying) setTimeout(() => child.kill('SIGKILL'), milliseconds)
        isDying = true
      })
      expect(errors).toBe('')
      expect(lines.length).toBeGreaterThan(0)
      acknowledged.push(...lines.map((batch) => `writer${round}/${batch}`))
      const counts = await factsByBatch(file)
      expect(acknowledged.filter((batch) => counts.get(batch) !== 3)).toEqual([])
      expect([...counts].filter(([, count]) => count !== 3)).toEqual([])
    }
    const store = opened(file)
    const { facts } = await store.read('account-writer0-0')
    expect(await store.append('account-writer0-0', any, facts.slice(0, 3))).toEqual({ _tag: 'Duplicate', revision: 2 })
    expect(await store.claimedBy(acknowledged[0] as string)).toBe('account-writer0-0')
    await store.close()
    remove()
  })
})

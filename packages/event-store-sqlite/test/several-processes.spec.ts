import { any, sampleFact } from '@quittance/event-store'
import { describe, expect, it } from 'vitest'
import { endOf, startChild } from './child-process.js'
import { opened, temporaryFile } from './temporary-file.js'

describe('several processes on one file', () => {
  it('a reader sees whole appends in order while another process writes', async () => {
    const { file, remove } = temporaryFile()
    await opened(file).close()
    const [reader, writer] = await Promise.all([
      endOf(startChild('./child-reader.mjs', file, 900)),
      endOf(startChild('./child-writer.mjs', file, 'writer', 300, 4)),
    ])
    expect([writer.errors, writer.code]).toEqual(['', 0])
    expect([reader.errors, reader.code]).toEqual(['', 0])
    remove()
  })

  it('writers wait for one another and none fails', async () => {
    const { file, remove } = temporaryFile()
    const ends = await Promise.all(
      ['one', 'two', 'three'].map((name) => endOf(startChild('./child-writer.mjs', file, name, 100, 2))),
    )
    for (const { errors, code } of ends) expect([errors, code]).toEqual(['', 0])
    const store = opened(file, { integrity: 'full' })
    expect((await store.head()).position).toBe(900)
    await store.close()
    remove()
  })

  it('a subscription follows what another process writes', async () => {
    const { file, remove } = temporaryFile()
    const store = opened(file, { pollMilliseconds: 5 })
    let [seen, done] = [0, (): void => undefined]
    const all = new Promise<void>((resolve) => (done = resolve))
    const subscription = store.subscribe(0, (page) => {
      seen += page.length
      if (seen >= 301) done()
    })
    await store.append('account-own', any, [sampleFact('own')])
    const { errors } = await endOf(startChild('./child-writer.mjs', file, 'writer', 100, 2))
    expect(errors).toBe('')
    await all
    await subscription.close()
    expect([seen, subscription.checkpoint]).toEqual([301, 301])
    await store.close()
    remove()
  })
})

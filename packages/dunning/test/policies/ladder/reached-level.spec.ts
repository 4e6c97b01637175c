import { describe, expect, it } from 'vitest'
import { type ItemNotice, reachedLevel } from '../../../src/index.js'
import { day } from '../../ladders.js'

const notice = (level: number, on: string, state: ItemNotice['state'] = 'sent'): ItemNotice => ({
  level,
  on: day(on),
  state,
})

describe('reachedLevel', () => {
  it('is the latest notice, sent or about to be', () => {
    expect(reachedLevel([notice(2, '2026-02-01', 'due'), notice(1, '2026-01-01')])).toEqual({
      level: 2,
      on: '2026-02-01',
    })
    expect(reachedLevel([])).toBeUndefined()
  })

  it('counts none that was ignored or has failed', () => {
    const first = notice(1, '2026-01-01')
    expect(reachedLevel([first, notice(2, '2026-02-01', 'ignored')])?.level).toBe(1)
    expect(reachedLevel([first, notice(2, '2026-02-01', 'failed')])?.level).toBe(1)
    expect(reachedLevel([notice(1, '2026-01-01', 'ignored')])).toBeUndefined()
  })

  it('puts the level of a change of policy in place of the notices before it, and counts on from there', () => {
    const before = [notice(1, '2026-01-01'), notice(2, '2026-02-01')]
    const change = { level: 1, on: day('2026-02-01') }
    expect(reachedLevel(before, [change])).toEqual({ level: 1, on: '2026-02-01' })
    expect(reachedLevel([...before, notice(2, '2026-03-01')], [change])).toEqual({ level: 2, on: '2026-03-01' })
    expect(reachedLevel(before, [{ level: 0, on: day('2026-02-10') }])).toBeUndefined()
  })
})

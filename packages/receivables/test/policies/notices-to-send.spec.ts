import { addDays, keyedSet, type LocalDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { initialAccount, noticesToSend } from '../../src/index.js'
import { start } from '../dunning/dunned-account.js'

const notice = (noticeId: string, parts: object = {}) => ({
  noticeId,
  on: start,
  level: 1,
  kind: 'reminder' as const,
  channel: 'letter' as const,
  currency: 'EUR',
  lines: [],
  sendBy: addDays(start, 5),
  ladder: undefined,
  standing: 'due' as const,
  ignored: [],
  claimedBy: undefined,
  lastOn: start,
  ...parts,
})
const waiting = (on: LocalDate, worker = 'mailer'): ReadonlyArray<string> => {
  const state = initialAccount()
  for (const one of [
    notice('later', { on: addDays(start, 2), lastOn: addDays(start, 2) }),
    notice('due'),
    notice('mine', { standing: 'claimed', claimedBy: 'mailer' }),
    notice('others', { standing: 'claimed', claimedBy: 'printer' }),
    notice('sent', { standing: 'sent' }),
    notice('on-record', { sendBy: undefined }),
  ])
    keyedSet(state.dunning.notices, one.noticeId, one)
  return noticesToSend(state, on, worker).map(({ noticeId }) => noticeId)
}

describe('noticesToSend', () => {
  it('lists what is due and what this worker has not reported, the oldest first', () => {
    expect(waiting(addDays(start, 2))).toEqual(['due', 'mine', 'later'])
    expect(waiting(addDays(start, 2), 'printer')).toEqual(['due', 'others', 'later'])
  })

  it('from the run day to the last day to send, both inclusive', () => {
    expect(waiting(addDays(start, -1))).toEqual([])
    expect(waiting(start)).toEqual(['due', 'mine'])
    expect(waiting(addDays(start, 5))).toEqual(['due', 'mine', 'later'])
    expect(waiting(addDays(start, 6))).toEqual([])
  })
})

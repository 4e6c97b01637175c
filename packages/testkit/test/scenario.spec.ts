import { localDate } from '@quittance/kernel'
import { accountDecider, type AccountFact } from '@quittance/receivables'
import { describe, expect, it } from 'vitest'
import { scenario } from '../src/index.js'

const on = localDate('2026-01-05')
const account = scenario(accountDecider, undefined)
const close = { _tag: 'CloseAccount', on, reason: 'moved' } as const
const closed: AccountFact = { _tag: 'AccountClosed', on, reason: 'moved' }

describe('given, when, then', () => {
  it('is content with exactly these facts', () => {
    account.given().when(close).then([closed])
    expect(() => account.given().when(close).then([])).toThrow('The command was accepted')
    expect(() => account.given().when(close).then([closed, closed])).toThrow('The command was accepted')
  })

  it('is content with a refusal of these fields', () => {
    account.given(closed).when(close).then({ _tag: 'AccountIsClosed' })
    account.given(closed).when(close).then({ _tag: 'AccountIsClosed', closedOn: on })
    expect(() => account.given(closed).when(close).then({ _tag: 'AccountAlreadyOpen' })).toThrow(
      'The command was refused',
    )
    expect(() => account.given(closed).when(close).then([closed])).toThrow('The command was refused')
    expect(() => account.given().when(close).then({ _tag: 'AccountIsClosed' })).toThrow('The command was accepted')
  })

  it('gives the answer itself for further questions', () => {
    expect(account.given().when(close).answer).toEqual({ _tag: 'Right', right: { facts: [closed], requests: [] } })
  })
})

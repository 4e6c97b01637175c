import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingApproval, type WriteOffPolicy } from '../../src/index.js'

const policy: WriteOffPolicy = {
  id: 'write-off',
  version: 1,
  smallBalanceMaxMinor: 5_00,
  limits: [
    { approver: 'controller', maxMinor: 500_00 },
    { approver: 'clerk', maxMinor: 50_00 },
  ],
}
const people = fc.constantFrom('clerk', 'controller', 'nobody', 'constructor')
const amounts = fc.oneof(
  fc.constantFrom(1, 5_00, 5_01, 50_00, 50_01, 500_00, 500_01),
  fc.integer({ min: 1, max: 600_00 }),
)
const reasons = fc.constantFrom<'small-balance' | 'bad-debt'>('small-balance', 'bad-debt')

describe('missingApproval', () => {
  it('nobody approves their own write-off', () => {
    fc.assert(
      fc.property(amounts, reasons, people, (amountMinor, reason, person) => {
        const missing = missingApproval({ amountMinor, reason, requestedBy: person, approvedBy: person }, policy)
        const small = reason === 'small-balance' && amountMinor <= 5_00
        expect(missing?.because).toBe(small ? undefined : 'self-approval')
      }),
    )
  })

  it('lets nothing through above a limit, and everything up to it', () => {
    fc.assert(
      fc.property(amounts, people, people, (amountMinor, requestedBy, approvedBy) => {
        fc.pre(requestedBy !== approvedBy)
        const limitMinor = policy.limits.find(({ approver }) => approver === approvedBy)?.maxMinor ?? 0
        expect(missingApproval({ amountMinor, reason: 'bad-debt', requestedBy, approvedBy }, policy)).toEqual(
          amountMinor <= limitMinor
            ? undefined
            : { _tag: 'ApprovalRequired', because: 'over-limit', limitMinor, askedMinor: amountMinor },
        )
      }),
    )
  })

  it('a smaller write-off never needs more approval', () => {
    fc.assert(
      fc.property(
        amounts,
        amounts,
        reasons,
        people,
        fc.option(people, { nil: undefined }),
        (a, b, reason, requestedBy, approvedBy) => {
          const request = { reason, requestedBy, approvedBy }
          const smaller = missingApproval({ ...request, amountMinor: Math.min(a, b) }, policy)
          const larger = missingApproval({ ...request, amountMinor: Math.max(a, b) }, policy)
          if (larger === undefined) expect(smaller).toBeUndefined()
        },
      ),
    )
  })

  it('says first that nobody approved, then that it was the asker, then that the limit is too low', () => {
    const request = { amountMinor: 999_00, reason: 'bad-debt', requestedBy: 'clerk' } as const
    expect(missingApproval(request, policy)?.because).toBe('no-approver')
    expect(missingApproval({ ...request, approvedBy: 'clerk' }, policy)?.because).toBe('self-approval')
    expect(missingApproval({ ...request, approvedBy: 'controller' }, policy)?.because).toBe('over-limit')
  })
})

import type { LinkExchange } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'
import { describe, expect, it } from 'vitest'
import { type AccountLog, auditLaws, auditLog, seededHistory } from '../src/index.js'

type Tag = AccountFact['_tag']
const seeds = Array.from({ length: 500 }, (_, seed) => seed)

/** A history in which something happens of every kind that the laws speak of, each of its first facts by a command of its own. */
const log = ((): AccountLog => {
  for (const seed of seeds) {
    const { recorded } = seededHistory(seed, 60)
    const has = (tag: Tag): boolean => recorded.slice(3).some(({ fact }) => fact._tag === tag)
    const apart = new Set(recorded.slice(0, 4).map(({ commandId }) => commandId)).size === 4
    if (apart && has('CashApplied') && has('ReceiptRecorded')) return recorded
  }
  throw new Error('no history has all of it')
})()

/** A log that has a fact of this kind, with the first such fact changed. */
const spoilt = <Name extends Tag>(
  tag: Name,
  change: (fact: Extract<AccountFact, { readonly _tag: Name }>) => object,
): AccountLog => {
  for (const seed of seeds) {
    const { recorded } = seededHistory(seed)
    const at = recorded.findIndex(({ fact }) => fact._tag === tag)
    if (at < 0) continue
    return recorded.map((one, index) =>
      index === at
        ? {
            ...one,
            fact: { ...one.fact, ...change(one.fact as Extract<AccountFact, { readonly _tag: Name }>) } as AccountFact,
          }
        : one,
    )
  }
  throw new Error(`no history has a ${tag}`)
}
const broken = (spoiltLog: AccountLog): ReadonlyArray<string> => auditLog(spoiltLog).map(({ law }) => law)

describe('the laws of an audit', () => {
  it('find nothing in a history that the account made itself', () => {
    expect(auditLog(log)).toEqual([])
    expect(auditLaws.every((law) => law.holds(log))).toBe(true)
  })

  it('have names of their own', () => {
    expect(new Set(auditLaws.map(({ name }) => name)).size).toBe(auditLaws.length)
  })

  it('find money that a return takes and nobody gave', () => {
    const found = broken(spoilt('ReceiptReturned', ({ returnedMinor }) => ({ returnedMinor: returnedMinor + 1 })))
    expect(found).toContain('no over-application')
  })

  it('find a penny that is kept twice', () => {
    const found = broken(spoilt('CashApplied', ({ amountMinor }) => ({ amountMinor: amountMinor + 1_000_000_00 })))
    expect(found).toEqual(expect.arrayContaining(['no over-application', 'every as-of cut stays in bounds']))
  })

  it('find an invoice voided for another amount than it had', () => {
    expect(broken(spoilt('InvoiceVoided', ({ payableMinor }) => ({ payableMinor: payableMinor + 1 })))).toContain(
      'no over-application',
    )
  })

  it('find a verdict that its receipts do not prove, and one given twice', () => {
    expect(broken(spoilt('PromiseKept', ({ keptMinor }) => ({ keptMinor: keptMinor + 1 })))).toContain(
      'a verdict is proven by the money it names',
    )
    expect(broken(spoilt('PromiseBroken', ({ windowEndsOn }) => ({ on: windowEndsOn })))).toContain(
      'a verdict is proven by the money it names',
    )
    expect(broken(spoilt('PromiseReopened', ({ was }) => ({ was: was === 'kept' ? 'broken' : 'kept' })))).toContain(
      'a promise has one standing at a time',
    )
    const more = 1_000_000
    const twice = spoilt('PromiseKept', ({ counted, keptMinor, expectedMinor, promisedMinor }) => ({
      counted: counted.map((one) => ({ ...one, amountMinor: one.amountMinor * more })),
      keptMinor: keptMinor * more,
      expectedMinor: expectedMinor * more,
      promisedMinor: promisedMinor * more,
    }))
    expect(broken(twice)).toContain('no receipt counts twice in one assessment')
  })

  it('find a fact that stands before what it refers to, and one that refers to nothing', () => {
    const early = log.map((one) =>
      one.fact._tag === 'CashApplied'
        ? { ...one, effectiveOn: '2000-01-01' as never, fact: { ...one.fact, on: '2000-01-01' as never } }
        : one,
    )
    expect(broken(early)).toContain('no fact is effective before what it refers to')
    expect(broken(spoilt('PlacedOnAccount', () => ({ receiptId: 'NOWHERE' })))).toContain(
      'no fact is effective before what it refers to',
    )
  })

  it('find a gain that is none, and a value that is cleared twice', () => {
    const valued = (change: (exchange: LinkExchange) => LinkExchange): AccountLog => {
      for (const seed of seeds) {
        const { recorded } = seededHistory(seed)
        const at = recorded.findIndex(
          ({ fact }) => fact._tag === 'CashApplied' && fact.exchange?.realisedBaseMinor !== undefined,
        )
        const fact = recorded[at]?.fact
        if (fact?._tag !== 'CashApplied' || fact.exchange === undefined) continue
        const changed: AccountFact = { ...fact, exchange: change(fact.exchange) }
        return recorded.map((one, index) => (index === at ? { ...one, fact: changed } : one))
      }
      throw new Error('no history realises anything')
    }
    const gained = valued((exchange) => ({ ...exchange, realisedBaseMinor: (exchange.realisedBaseMinor ?? 0) + 1 }))
    expect(broken(gained)).toContain(
      'realised is what the source gave less what the item cleared, and nothing once it is taken back',
    )
    const twice = valued((exchange) => ({ ...exchange, clearedBaseMinor: 1e12, realisedBaseMinor: -1e12 }))
    expect(broken(twice)).toContain('the base values cleared of an item add up to its carrying value')
  })

  it('find a gap, a repeated id, a clock that went back and a fact of another stream', () => {
    const change = (at: number, parts: object): AccountLog =>
      log.map((one, index) => (index === at ? { ...one, ...parts } : one))
    for (const bad of [
      log.filter((_, index) => index !== 3),
      change(3, { id: log[2]?.id }),
      change(3, { recordedAt: '1999-01-01T00:00:00.000Z' }),
      change(3, { stream: 'account-acme_other' }),
      change(3, { position: 1 }),
      change(3, { effectiveOn: '1999-01-01' }),
    ])
      expect(broken(bad)).toContain('revisions without gaps')
  })

  it('find a command that was answered twice, or says two things', () => {
    const change = (at: number, parts: object): AccountLog =>
      log.map((one, index) => (index === at ? { ...one, ...parts } : one))
    const { commandId, commandHash } = log[0] ?? expect.fail('the log has facts')
    // A receipt is all that its command caused, so nothing else is torn apart.
    const receipt = log.findIndex(({ fact }, at) => at > 2 && fact._tag === 'ReceiptRecorded')
    expect(broken(change(receipt, { commandId, commandHash }))).toEqual(['one result per command id'])
    expect(broken(change(1, { commandId, commandHash: 'other' }))).toEqual(['one result per command id'])
  })

  it('find a fact that no store could give back', () => {
    expect(broken(spoilt('CashApplied', () => ({ applicationId: '' })))).toContain(
      'decode after encode gives the fact back',
    )
  })

  it('find a chargeback that nobody owes, and one that is cancelled and still owed', () => {
    const law = 'what is charged back is owed on a debit item of its own'
    expect(broken(spoilt('ChargebackItemRaised', ({ amountMinor }) => ({ amountMinor: amountMinor + 1 })))).toContain(
      law,
    )
    expect(broken(spoilt('ChargebackItemCancelled', () => ({ chargebackId: 'NOWHERE' })))).toContain(law)
  })

  it('find a deduction that is accepted for more than its credit note', () => {
    const found = broken(spoilt('DeductionAccepted', ({ amountMinor }) => ({ amountMinor: amountMinor + 1 })))
    expect(found).toEqual(['an accepted deduction is credited to the last minor unit'])
  })

  it('find a deduction that ends without having begun', () => {
    expect(broken(spoilt('DeductionRejected', () => ({ deductionId: 'NOWHERE' })))).toContain(
      'a deduction is recorded once and ends once',
    )
  })

  it('find a netting that takes more than is open', () => {
    const found = broken(
      spoilt('Netted', ({ lines }) => ({
        lines: lines.map((line) => ({ ...line, amountMinor: line.amountMinor * 1000 })),
      })),
    )
    expect(found).toContain('no over-application')
  })

  it('say where', () => {
    const at = log.findIndex(({ fact }) => fact._tag === 'CashApplied')
    const bad = log.map((one, index) =>
      index === at ? { ...one, fact: { ...one.fact, itemId: 'NOWHERE' } as AccountFact } : one,
    )
    expect(auditLog(bad).find(({ law }) => law.startsWith('no fact'))).toMatchObject({ revision: at })
  })
})

import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFacts,
  type AgeBasis,
  type AgingOptions,
  agingReport,
  type AgingScheme,
  type AgingSums,
  balanceSign,
  type CreditTreatment,
  deltasOfFact,
  emptyLedgerView,
  fiveBuckets,
  heldCredits,
  type Measure,
  openItems,
} from '../src/index.js'
import { accountsAt, type Balance, balanceMinor, balancesOf, factsAt } from './account/balances.js'
import { histories, latest, pointsInTime } from './account/histories.js'

const schemes: ReadonlyArray<AgingScheme> = [
  fiveBuckets,
  { ...fiveBuckets, id: 'half-open', edges: 'half-open-upper' },
  { ...fiveBuckets, id: 'months', edges: 'month-ends' },
  { id: 'two', version: 1, edges: 'closed-upper', buckets: [{ label: '0-30', upToDays: 30 }, { label: '30+' }] },
]

const options: fc.Arbitrary<Required<Omit<AgingOptions, 'customer'>>> = fc.record({
  scheme: fc.constantFrom(...schemes),
  basis: fc.constantFrom<AgeBasis>('due', 'invoice', 'delivery'),
  credits: fc.constantFrom<CreditTreatment>('separate', 'own-date', 'fifo', 'own-rows'),
})

const total = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, one) => so + one, 0)

describe('aging ties to the ledger', () => {
  it('aging buckets less unapplied equal the balance of the account', () => {
    fc.assert(
      fc.property(histories, pointsInTime, options, ({ facts }, at, how) => {
        const report = agingReport(addFacts(emptyLedgerView(), facts), at, how)
        const accounts = accountsAt(facts, at)
        for (const [customer, account] of accounts)
          for (const [currency, balance] of balancesOf(account)) {
            const sums = report.customers
              .find((one) => one.customer === customer)
              ?.currencies.find((one) => one.currency === currency)
            expect(sums?.totalMinor ?? 0).toBe(balanceMinor(balance))
            expect(total(sums?.bucketMinor ?? []) - (sums?.unappliedMinor ?? 0)).toBe(balanceMinor(balance))
          }
        for (const { customer } of report.customers) expect([...accounts.keys()]).toContain(customer)
      }),
    )
  })

  it('the deltas of all facts add up to what the accounts owe and hold, measure by measure', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts, accounts }, at) => {
        for (const when of [latest, at]) {
          const sums = new Map<Measure, number>()
          for (const { fact } of factsAt(facts, when))
            for (const { measure, minor } of deltasOfFact(fact)) sums.set(measure, (sums.get(measure) ?? 0) + minor)
          const balances = [...(when === latest ? accounts : accountsAt(facts, when)).values()].flatMap((account) => [
            ...balancesOf(account).values(),
          ])
          const all = (pick: (balance: Balance) => number): number => total(balances.map(pick))
          expect(total([...sums].map(([measure, minor]) => balanceSign(measure) * minor))).toBe(all(balanceMinor))
          expect(sums.get('unapplied') ?? 0).toBe(all(({ unappliedMinor }) => unappliedMinor))
          expect(sums.get('on-account') ?? 0).toBe(all(({ onAccountMinor }) => onAccountMinor))
          expect(sums.get('credit') ?? 0).toBe(all(({ creditMinor }) => creditMinor))
        }
      }),
    )
  })

  it('no fact has a delta of nothing', () => {
    fc.assert(
      fc.property(histories, ({ facts }) => {
        for (const { fact } of facts) for (const { minor } of deltasOfFact(fact)) expect(minor).not.toBe(0)
      }),
    )
  })

  it('disputed and deducted are parts of what is open, as the accounts say', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const report = agingReport(addFacts(emptyLedgerView(), facts), at)
        const balances = [...accountsAt(facts, at).values()].flatMap((account) => [...balancesOf(account).values()])
        for (const part of ['disputedMinor', 'deductedMinor'] as const) {
          expect(total(report.currencies.map((sums) => sums[part]))).toBe(total(balances.map((sums) => sums[part])))
          for (const row of report.rows) {
            expect(row[part]).toBeGreaterThanOrEqual(0)
            expect(row[part]).toBeLessThanOrEqual(row.openMinor)
          }
        }
      }),
    )
  })
})

describe('aging adds up in itself', () => {
  it('each row lies in one bucket, and the rows of a bucket add up to it', () => {
    fc.assert(
      fc.property(histories, pointsInTime, options, ({ facts }, at, how) => {
        const report = agingReport(addFacts(emptyLedgerView(), facts), at, how)
        for (const { bucket, openMinor } of report.rows) {
          expect(how.scheme.buckets[bucket]).toBeDefined()
          expect(openMinor).not.toBe(0)
        }
        if (how.credits === 'fifo') return
        for (const { currency, bucketMinor, bucketCount } of report.currencies)
          for (const bucket of how.scheme.buckets.keys()) {
            const rows = report.rows.filter((row) => row.currency === currency && row.bucket === bucket)
            expect(bucketMinor[bucket]).toBe(total(rows.map(({ openMinor }) => openMinor)))
            expect(bucketCount[bucket]).toBe(rows.length)
          }
      }),
    )
  })

  it('the total is the sum of the customers, column by column', () => {
    fc.assert(
      fc.property(histories, pointsInTime, options, ({ facts }, at, how) => {
        const report = agingReport(addFacts(emptyLedgerView(), facts), at, how)
        const own = (currency: string): ReadonlyArray<AgingSums> =>
          report.customers.flatMap(({ currencies }) => currencies.filter((sums) => sums.currency === currency))
        for (const sums of report.currencies) {
          const parts = own(sums.currency)
          for (const bucket of how.scheme.buckets.keys()) {
            expect(sums.bucketMinor[bucket]).toBe(total(parts.map(({ bucketMinor }) => bucketMinor[bucket] ?? 0)))
            expect(sums.bucketCount[bucket]).toBe(total(parts.map(({ bucketCount }) => bucketCount[bucket] ?? 0)))
          }
          expect(sums.disputedMinor).toBe(total(parts.map(({ disputedMinor }) => disputedMinor)))
          expect(sums.deductedMinor).toBe(total(parts.map(({ deductedMinor }) => deductedMinor)))
          expect(sums.unappliedMinor).toBe(total(parts.map(({ unappliedMinor }) => unappliedMinor)))
          expect(sums.totalMinor).toBe(total(parts.map(({ totalMinor }) => totalMinor)))
        }
        const named = new Set(report.customers.flatMap(({ currencies }) => currencies.map(({ currency }) => currency)))
        expect(report.currencies.map(({ currency }) => currency)).toEqual([...named].sort())
      }),
    )
  })

  it('how credits are shown never changes a total', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const totals = (credits: CreditTreatment): unknown =>
          agingReport(view, at, { credits }).customers.map(({ customer, currencies }) => [
            customer,
            currencies.map(({ currency, totalMinor }) => [currency, totalMinor]),
          ])
        for (const credits of ['own-date', 'fifo', 'own-rows'] as const)
          expect(totals(credits)).toEqual(totals('separate'))
      }),
    )
  })

  it('credits against the oldest items first never leave both a credit and an open bucket', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const report = agingReport(addFacts(emptyLedgerView(), facts), at, { credits: 'fifo' })
        for (const { bucketMinor, unappliedMinor } of report.customers.flatMap(({ currencies }) => currencies))
          expect(unappliedMinor > 0 && bucketMinor.some((minor) => minor > 0)).toBe(false)
      }),
    )
  })

  it('an untouched item never grows younger as the day moves on', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...schemes), fc.nat(60), fc.nat(60), ({ facts }, scheme, first, later) => {
        const view = addFacts(emptyLedgerView(), facts)
        if (view.latestOn === undefined) return
        const on = (days: number): ReadonlyArray<number> =>
          agingReport(
            view,
            { ...latest, asOf: addDays(view.latestOn as typeof latest.asOf, days) },
            { scheme },
          ).rows.map(({ bucket }) => bucket)
        const older = on(first + later)
        for (const [row, bucket] of on(first).entries()) expect(older[row]).toBeGreaterThanOrEqual(bucket)
      }),
    )
  })
})

describe('what is open, and what is held', () => {
  it('open is the amount less what was paid, discounted, credited, written off, charged back and netted, and never below nothing', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        for (const item of openItems(view, at)) {
          const { amountMinor, openMinor } = item
          const paidMinor = item.paidMinor + item.discountedMinor + item.creditedMinor + item.nettedMinor
          expect(amountMinor - paidMinor - item.writtenOffMinor - item.transferredMinor).toBe(openMinor)
          expect(openMinor).toBeGreaterThan(0)
          expect(item.remainingMinor).toBe(openMinor - item.futureMinor)
        }
        for (const { heldMinor, unappliedMinor, onAccountMinor, creditMinor } of heldCredits(view, at)) {
          expect(heldMinor).toBe(unappliedMinor + onAccountMinor + creditMinor)
          expect(heldMinor).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('future money is a part of what is open: it is shown beside it, not taken off', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        for (const { futureMinor, openMinor } of openItems(addFacts(emptyLedgerView(), facts), at)) {
          expect(futureMinor).toBeGreaterThanOrEqual(0)
          expect(futureMinor).toBeLessThanOrEqual(openMinor)
        }
      }),
    )
  })
})

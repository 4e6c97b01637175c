import { accountCodecs, type AccountCommand } from '@quittance/receivables'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { accountHistories, playAccount, seededHistory } from '../src/index.js'

const seeds = Array.from({ length: 500 }, (_, seed) => seed)

const everyCommand: Readonly<Record<AccountCommand['_tag'], true>> = {
  OpenAccount: true,
  CloseAccount: true,
  ReopenAccount: true,
  IssueInvoice: true,
  IssueDebitNote: true,
  IssueCreditNote: true,
  VoidInvoice: true,
  ChangeDueDate: true,
  RecordDelivery: true,
  RaiseDispute: true,
  SubstantiateDispute: true,
  AssignDispute: true,
  TagDisputeCause: true,
  ResolveDispute: true,
  AcceptOrder: true,
  RecordGoodsDelivered: true,
  AgreePrice: true,
  ConfirmRootCause: true,
  RecordReceipt: true,
  RecordRemittance: true,
  ApplyCash: true,
  ApplyCredit: true,
  RecordMatch: true,
  Unapply: true,
  PlaceOnAccount: true,
  ReleaseFromAccount: true,
  ReturnReceipt: true,
  ReverseCardPayment: true,
  CancelReturn: true,
  VoidReceipt: true,
  Refund: true,
  CancelRefund: true,
  WriteOff: true,
  ReverseWriteOff: true,
  TransferCashOut: true,
  TransferCashIn: true,
  ReturnCashTransfer: true,
  RecallCashTransfer: true,
  RecordDeduction: true,
  AcceptDeduction: true,
  RejectDeduction: true,
  RaiseChargeback: true,
  CancelChargeback: true,
  NetAgainstPayables: true,
  ReverseNetting: true,
  MakePromise: true,
  MakePromisePlan: true,
  SupersedePromise: true,
  ConfirmPromise: true,
  WithdrawPromise: true,
  AssessPromises: true,
  RecordTouch: true,
  RecordExcuse: true,
  ReviewCall: true,
  AssignCollector: true,
  ReportDistressSign: true,
  RecordOrderPlaced: true,
  RunDunning: true,
  RunCampaign: true,
  GiveNotice: true,
  ClaimNotice: true,
  ReportNoticeSent: true,
  ReportNoticeFailed: true,
  IgnoreNotice: true,
  PlaceHold: true,
  LiftHold: true,
  AssignLadder: true,
  SendFinalDemand: true,
  CarryOutConsequence: true,
  PlaceWithAgency: true,
  RecallFromAgency: true,
  RecordAgencyRemittance: true,
  BillInterest: true,
  ChargeNoticeFee: true,
}

describe('made-up histories', () => {
  it('a history has a fact of every type sooner or later', () => {
    const types = new Set(
      seeds.flatMap((seed) => seededHistory(seed).recorded.map(({ fact }) => accountCodecs.encode(fact).type)),
    )
    expect(accountCodecs.types.filter((type) => !types.has(type))).toEqual([])
  })

  it('try every command, and have every one accepted at times and refused at times', () => {
    const answers = new Set(
      seeds.flatMap((seed) =>
        seededHistory(seed).attempts.map(({ command, answer }) => `${command._tag} ${answer._tag}`),
      ),
    )
    const missing = Object.keys(everyCommand).flatMap((tag) =>
      [`${tag} Right`, `${tag} Left`].filter((one) => !answers.has(one)),
    )
    expect(missing).toEqual([])
  })

  it('are mostly accepted, so that they go somewhere', () => {
    const attempts = seeds.flatMap((seed) => seededHistory(seed).attempts)
    const accepted = attempts.filter(({ answer }) => E.isRight(answer)).length
    expect(accepted / attempts.length).toBeGreaterThan(0.4)
  })

  it('are the same for the same seed, and different for different ones', () => {
    expect(seededHistory(7)).toEqual(seededHistory(7))
    expect(seededHistory(7)).not.toEqual(seededHistory(8))
  })

  it('record back-dated facts, and some of them days later', () => {
    const recorded = seeds.flatMap((seed) => seededHistory(seed).recorded)
    expect(recorded.some(({ effectiveOn, recordedAt }) => recordedAt.slice(0, 10) > effectiveOn)).toBe(true)
    expect(recorded.some(({ effectiveOn }, at) => effectiveOn < (recorded[at - 1]?.effectiveOn ?? effectiveOn))).toBe(
      true,
    )
  })

  it('of no steps are empty, and of any numbers are histories', () => {
    expect(playAccount([]).recorded).toEqual([])
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat()), { maxLength: 8 }), (steps) => {
        expect(() => playAccount(steps)).not.toThrow()
      }),
    )
  })

  it('tell a counterexample as the commands it is made of', () => {
    const [history] = fc.sample(accountHistories(10), { seed: 1, numRuns: 1 })
    expect(fc.stringify(history)).toMatch(/^[+-] \{"_tag":|^$/)
  })
})

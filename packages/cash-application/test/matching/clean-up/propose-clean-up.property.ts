import { addDays, canonicalJson, localDate } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CleanUp,
  type CleanUpCredit,
  type CleanUpDebit,
  type CleanUpQuestion,
  proposeCleanUp,
} from '../../../src/index.js'

const asOf = localDate('2026-06-30')

const debits: fc.Arbitrary<ReadonlyArray<CleanUpDebit>> = fc
  .array(
    fc.record({
      openMinor: fc.constantFrom(1, 2_00, 2_00, 5_00, 100_00, 102_00),
      age: fc.constantFrom(10, 59, 60, 90),
      order: fc.constantFrom(undefined, 'PO-1', 'PO-2'),
      disputed: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
    }),
    { maxLength: 5 },
  )
  .map((drafts) =>
    drafts.map(({ openMinor, age, order, disputed }, at) => ({
      itemId: `I${at}`,
      openMinor,
      on: addDays(asOf, -age - 5),
      dueOn: addDays(asOf, 0 - age),
      identifiers: order === undefined ? [`I${at}`] : [`I${at}`, order],
      ...(disputed ? { disputed } : {}),
    })),
  )

const credits: fc.Arbitrary<ReadonlyArray<CleanUpCredit>> = fc
  .array(
    fc.record({
      isCash: fc.boolean(),
      minor: fc.constantFrom(1, 2_00, 5_00, 100_00, 102_00, 104_00),
      onAccountMinor: fc.constantFrom(0, 0, 2_00),
      names: fc.subarray(['I0', 'I1', 'I2', 'PO-1'], { maxLength: 2 }),
      age: fc.constantFrom(10, 60),
      claims: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { maxLength: 5 },
  )
  .map((drafts) =>
    drafts.map(({ isCash, minor, onAccountMinor, names, age, claims }, at): CleanUpCredit => {
      const on = addDays(asOf, 0 - age)
      if (isCash)
        return {
          _tag: 'Receipt',
          creditId: `C${at}`,
          on,
          unappliedMinor: minor,
          onAccountMinor,
          text: names.join(' '),
          ...(claims ? { fullSatisfactionClaimed: 'in full' } : {}),
        }
      const [relatesTo] = names
      const own = {
        _tag: 'CreditNote',
        creditId: `C${at}`,
        on,
        freeMinor: minor,
        identifiers: [`C${at}`, ...names],
      } as const
      return relatesTo?.startsWith('I') === true ? { ...own, relatesTo } : own
    }),
  )

const questions: fc.Arbitrary<CleanUpQuestion> = fc.record({
  currency: fc.constant('EUR'),
  asOf: fc.constant(asOf),
  debits,
  credits,
  policy: fc.record({
    id: fc.constant('tidy'),
    version: fc.constant(1),
    smallDebit: fc.record({ maxMinor: fc.constantFrom(0, 2_00), minDaysPastDue: fc.constant(60) }),
    smallCredit: fc.record({
      maxMinor: fc.constantFrom(0, 2_00),
      minAgeDays: fc.constant(60),
      becomes: fc.constantFrom('refund', 'carry'),
    }),
    oldestFirstAgreed: fc.boolean(),
  }),
  requestedBy: fc.constant('tidy'),
  runId: fc.constant('june'),
})

/** What each debit and credit has left when everything is done, worked out from the acts alone. */
const leftAfter = ({ debits: owed, credits: held }: CleanUpQuestion, { proposals }: CleanUp): Map<string, number> => {
  const left = new Map([
    ...owed.map(({ itemId, openMinor }) => [itemId, openMinor] as const),
    ...held.map((one) =>
      one._tag === 'Receipt'
        ? ([one.creditId, one.unappliedMinor + one.onAccountMinor] as const)
        : ([one.creditId, one.freeMinor] as const),
    ),
  ])
  const take = (id: string, minor: number): void => void left.set(id, (left.get(id) ?? Number.NaN) - minor)
  for (const { act, leaves } of proposals) {
    if (act._tag === 'Allocate')
      for (const { creditId, itemId, amountMinor } of act.pairs) {
        take(creditId, amountMinor)
        take(itemId, amountMinor)
      }
    else take(act._tag === 'GiveUp' ? act.itemId : act.creditId, act.amountMinor)
    for (const { id, leftMinor } of leaves) expect(leftMinor).toBe(left.get(id))
  }
  return left
}

describe('laws of clearing up', () => {
  it('no debit and no credit is used beyond what it has', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const cleanUp = proposeCleanUp(question)
        const left = leftAfter(question, cleanUp)
        for (const minor of left.values()) expect(minor).toBeGreaterThanOrEqual(0)
        expect(new Map(cleanUp.left.map(({ id, leftMinor }) => [id, leftMinor]))).toEqual(
          new Map([...left].filter(([, minor]) => minor !== 0)),
        )
        expect(new Set(cleanUp.proposals.map(({ id }) => id)).size).toBe(cleanUp.proposals.length)
      }),
    )
  })

  it('the order in which debits and credits come changes no proposal', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const turned = {
          ...question,
          debits: question.debits.toReversed(),
          credits: question.credits.toReversed(),
        }
        expect(canonicalJson(proposeCleanUp(turned))).toBe(canonicalJson(proposeCleanUp(question)))
      }),
    )
  })

  it('no credit is taken to income', () => {
    fc.assert(
      fc.property(questions, (question) => {
        for (const { act, commands } of proposeCleanUp(question).proposals) {
          const tags = commands.map(({ _tag }) => _tag)
          if (act._tag === 'PayBack') expect(tags).toEqual(['Refund'])
          if (act._tag === 'GiveUp') expect(question.debits.some(({ itemId }) => itemId === act.itemId)).toBe(true)
          for (const command of commands)
            if (command._tag === 'ApplyCash')
              for (const line of command.lines) expect(Object.keys(line)).not.toContain('discount')
        }
      }),
    )
  })

  it('clearing up what is cleared up finds nothing', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const cleanUp = proposeCleanUp(question)
        const left = leftAfter(question, cleanUp)
        const again = proposeCleanUp({
          ...question,
          debits: question.debits
            .map((debit) => ({ ...debit, openMinor: left.get(debit.itemId) ?? 0 }))
            .filter(({ openMinor }) => openMinor > 0),
          credits: question.credits
            .filter(({ creditId }) => (left.get(creditId) ?? 0) > 0)
            .map((credit) =>
              credit._tag === 'Receipt'
                ? { ...credit, unappliedMinor: left.get(credit.creditId) ?? 0, onAccountMinor: 0 }
                : { ...credit, freeMinor: left.get(credit.creditId) ?? 0 },
            ),
        })
        expect(again.proposals).toEqual([])
        expect(again.left).toEqual(cleanUp.left)
      }),
    )
  })

  it('nothing that fits in two ways equally is proposed by amount alone', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const first = proposeCleanUp({ ...question, credits: question.credits.map((one) => ({ ...one, text: '' })) })
          .proposals[0]
        if (first?.rule !== 'equal-amount' || first.act._tag !== 'Allocate') return
        const [pair] = first.act.pairs
        const same = question.debits.filter(
          ({ openMinor, disputed }) => openMinor === pair?.amountMinor && disputed !== true,
        )
        expect(same.length).toBe(1)
      }),
    )
  })
})

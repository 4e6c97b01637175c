/** What the view keeps of deductions and of what was given up. */
import type {
  DeductionAccepted,
  DeductionRecorded,
  DeductionRejected,
  WriteOffReversed,
  WrittenOff,
} from '@quittance/cash-application'
import type { DeductionNote, GivenUp } from './ledger-view.js'

/** When a fact counts, and when it was recorded. @internal */
export interface When {
  readonly effectiveDay: number
  readonly recordedMillis: number
  readonly position: number
}

/** @internal */
export type DeductionFact = DeductionRecorded | DeductionAccepted | DeductionRejected | WrittenOff | WriteOffReversed

/** What a fact says of a deduction; a write-off says something only where it ends one. @internal */
export const deductionNoteOf = (fact: DeductionFact, when: When): DeductionNote | undefined => {
  const { on } = fact
  switch (fact._tag) {
    case 'DeductionRecorded': {
      const { deductionId, amountMinor: minor, reasonCode, cause } = fact
      return { deductionId, step: 'taken', on, minor, reasonCode, ...(cause === undefined ? {} : { cause }), ...when }
    }
    case 'DeductionAccepted':
      return { deductionId: fact.deductionId, step: 'accepted', on, minor: fact.amountMinor, ...when }
    case 'DeductionRejected':
      return { deductionId: fact.deductionId, step: 'rejected', on, minor: fact.releasedMinor, ...when }
    case 'WrittenOff':
    case 'WriteOffReversed': {
      if (fact.deduction === undefined) return undefined
      const step = fact._tag === 'WrittenOff' ? 'written-off' : 'pending-again'
      return { deductionId: fact.deduction.deductionId, step, on, minor: fact.deduction.releasedMinor, ...when }
    }
  }
}

/** A reversal names no reason: it takes back what was given up under the same id, if that was a bad debt. @internal */
export const givenUpOf = (
  fact: WrittenOff | WriteOffReversed,
  earlier: ReadonlyArray<GivenUp>,
  { effectiveDay, recordedMillis }: When,
): GivenUp | undefined => {
  const isBadDebt =
    fact._tag === 'WrittenOff'
      ? fact.reason === 'bad-debt'
      : earlier.some(({ writeOffId }) => writeOffId === fact.writeOffId)
  if (!isBadDebt) return undefined
  const minor = fact._tag === 'WrittenOff' ? fact.amountMinor : 0 - fact.amountMinor
  return { on: fact.on, writeOffId: fact.writeOffId, minor, effectiveDay, recordedMillis }
}

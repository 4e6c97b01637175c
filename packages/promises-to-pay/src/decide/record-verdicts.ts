/** From a verdict that is new or has changed to the facts that record it. */
import type { LocalDate } from '@quittance/kernel'
import type { PromisesContext } from '../context.js'
import type { Acceleration, PromiseReopened, PromisesFact, PromiseVerdictFact } from '../events.js'
import type { CountedReceipt, VerdictProof } from '../model.js'
import type { Judgement } from '../policies/promise-verdicts.js'
import { reopenCause } from '../policies/reopen-cause.js'
import type { Verdict } from '../policies/verdict-of.js'
import type { TooEarly } from '../rejections.js'
import type { PromiseRecord, PromisesState } from '../state.js'

/** No verdict as of a day before an assessment that recorded one, or before money was taken back. @internal */
export const verdictTooEarly = (
  on: LocalDate,
  { assessedOn }: PromisesState,
  context: PromisesContext,
): TooEarly | undefined => {
  const takenBackOn = context.takenBackOn()
  const notBefore = assessedOn === undefined || (takenBackOn ?? '') > assessedOn ? takenBackOn : assessedOn
  return notBefore !== undefined && on < notBefore ? { _tag: 'TooEarly', on, notBefore } : undefined
}

/** Facts for a promise that is open on record and judged now, or judged on record and different now; else none. @internal */
export const recordVerdict = (
  record: PromiseRecord,
  judgement: Judgement,
  context: PromisesContext,
  on: LocalDate,
): ReadonlyArray<PromisesFact> => {
  const { standing } = record
  const verdict = judgement.verdicts.get(record.promiseId)
  if (verdict === undefined || standing === 'superseded' || standing === 'withdrawn') return []
  if (standing === 'open') return verdictFact(verdict, judgement, on)
  const { pool } = judgement
  const thereMinor = (one: CountedReceipt): number => pool.thereMinor(one, record.currency)
  const isProven = record.counted.every((one) => thereMinor(one) >= one.amountMinor)
  const isSame = standing === verdict.state && (standing !== 'partly-kept' || record.keptMinor === verdict.keptMinor)
  if (isSame && isProven) return []
  const reopened: PromiseReopened = {
    _tag: 'PromiseReopened',
    on,
    promiseId: record.promiseId,
    was: standing,
    because: reopenCause(
      {
        counted: record.counted,
        windowEndsOn: record.judgedWindowEndsOn ?? record.windowEndsOn,
        thereMinor,
        statusOf: context.receiptStatusOf,
        appliedOn: pool.appliedOn,
      },
      verdict,
    ),
  }
  return [reopened, ...verdictFact(verdict, judgement, on)]
}

const verdictFact = (verdict: Verdict, judgement: Judgement, on: LocalDate): ReadonlyArray<PromiseVerdictFact> => {
  const { promiseId, state, reachedOn } = verdict
  const base = { on, promiseId, ...proofOf(verdict) }
  switch (state) {
    case 'open':
      return []
    case 'kept':
      return [{ _tag: 'PromiseKept', ...base, reachedOn: reachedOn ?? on }]
    case 'partly-kept':
      return [{ _tag: 'PromisePartlyKept', ...base, ...accelerationBy(promiseId, judgement) }]
    case 'broken':
      return [{ _tag: 'PromiseBroken', ...base, ...accelerationBy(promiseId, judgement) }]
    case 'void':
      return [{ _tag: 'PromiseVoided', ...base }]
  }
}

const proofOf = ({
  currency,
  promisedMinor,
  expectedMinor,
  keptMinor,
  shortMinor,
  toleranceMinor,
  basis,
  countsFrom,
  windowEndsOn,
  counted,
  items,
}: Verdict): VerdictProof => ({
  currency,
  promisedMinor,
  expectedMinor,
  keptMinor,
  shortMinor,
  toleranceMinor,
  basis,
  countsFrom,
  windowEndsOn,
  counted,
  ...(items === undefined ? {} : { items }),
})

const accelerationBy = (promiseId: string, { acceleratedBy }: Judgement): { readonly accelerates?: Acceleration } => {
  const accelerates = acceleratedBy.get(promiseId)
  return accelerates === undefined ? {} : { accelerates }
}

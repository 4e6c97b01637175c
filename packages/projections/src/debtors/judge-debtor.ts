/**
 * Whether a customer breaks promises again and again: a finding that can be defended, since all that it rests on
 * stands in it, and so does what was set aside.
 */
import type { LocalDate } from '@quittance/kernel'
import type { DebtorFinding, SetAside, SignalFinding } from './finding.js'
import type { DebtorPolicy, DebtorSignal } from './policy.js'
import type { OwedItemRecord, PayerRecord, SettledPromise } from './record.js'
import { forgivenPromises } from './forgiven-promises.js'
import { brokenPromises } from './signals/broken-promises.js'
import { brokenUntilCleared } from './signals/broken-until-cleared.js'
import { daysLateOnAverage, lateInARow, lateShare, longPastDue } from './signals/late-items.js'
import { falseExcuses, returnedPayments } from './signals/words-and-returns.js'

/**
 * Judge a customer's record under a policy. What came after `asOf` is not looked at; what was not the customer's
 * fault, by the policy's list of causes, is set aside with its reason.
 *
 * @law a finding names at least two broken promises that exist
 * @law what happens later changes no earlier finding
 * @category policies
 * @since 0.1.0
 */
export const judgeDebtor = (record: PayerRecord, asOf: LocalDate, policy: DebtorPolicy): DebtorFinding => {
  const { counted, setAside } = fairly(recordAt(record, asOf), asOf, policy)
  const signals = policy.signals.map((signal) => findingOf(signal, counted, asOf, policy))
  const fired = new Set(signals.filter((finding) => finding.fired).map(({ signal }) => signal))
  const level =
    policy.levels.find(
      ({ allOf, anyOf }) =>
        allOf.every((name) => fired.has(name)) && (anyOf.length === 0 || anyOf.some((name) => fired.has(name))),
    )?.level ?? 'none'
  const evidence = new Set(signals.filter((finding) => finding.fired).flatMap((finding) => finding.evidence))
  return {
    customer: record.customer,
    asOf,
    policy: { id: policy.id, version: policy.version },
    level,
    signals,
    factIds: counted.promises
      .filter(({ promiseId }) => level !== 'none' && evidence.has(promiseId))
      .flatMap(({ factIds }) => factIds),
    setAside,
  }
}

const findingOf = (
  signal: DebtorSignal,
  record: PayerRecord,
  asOf: LocalDate,
  { clearing }: DebtorPolicy,
): SignalFinding => {
  switch (signal._tag) {
    case 'BrokenPromises':
      return clearing === undefined
        ? brokenPromises(signal, record.promises, asOf)
        : brokenUntilCleared(signal, record.promises, asOf)
    case 'LateInARow':
      return lateInARow(signal, record.items)
    case 'DaysLate':
      return daysLateOnAverage(signal, record.items, asOf)
    case 'LongPastDue':
      return longPastDue(signal, record.items, asOf)
    case 'LateShare':
      return lateShare(signal, record.items, asOf)
    case 'FalseExcuses':
      return falseExcuses(signal, record.excuses, asOf)
    case 'ReturnedPayments':
      return returnedPayments(signal, record.returns, asOf)
  }
}

/** The record as it stood: nothing later than the day. */
const recordAt = (record: PayerRecord, asOf: LocalDate): PayerRecord => ({
  customer: record.customer,
  promises: record.promises.filter(({ settledOn }) => settledOn <= asOf).toSorted(bySettledDay),
  items: record.items.map((item) => itemAt(item, asOf)),
  excuses: record.excuses.filter(({ on }) => on <= asOf),
  returns: record.returns.filter(({ on }) => on <= asOf),
})

const bySettledDay = (a: SettledPromise, b: SettledPromise): number =>
  a.settledOn === b.settledOn ? (a.promiseId < b.promiseId ? -1 : 1) : a.settledOn < b.settledOn ? -1 : 1

const itemAt = ({ paidOn, givenUpOn, ...item }: OwedItemRecord, asOf: LocalDate): OwedItemRecord => ({
  ...item,
  ...(paidOn === undefined || paidOn > asOf ? {} : { paidOn }),
  ...(givenUpOn === undefined || givenUpOn > asOf ? {} : { givenUpOn }),
})

/** What counts against the customer, and what does not, with the reason. */
const fairly = (
  record: PayerRecord,
  asOf: LocalDate,
  { excludeCauses, clearing }: DebtorPolicy,
): { readonly counted: PayerRecord; readonly setAside: ReadonlyArray<SetAside> } => {
  const isExcused = (cause: string | undefined): cause is string =>
    cause !== undefined && (excludeCauses === 'all' || excludeCauses.includes(cause))
  const setAside: Array<SetAside> = []
  const keep = (kind: SetAside['kind'], id: string, cause: string | undefined): boolean => {
    if (isExcused(cause)) setAside.push({ kind, id, because: cause })
    return !isExcused(cause)
  }
  const promises = record.promises.filter(
    ({ promiseId, state, cause }) => state === 'kept' || keep('promise', promiseId, cause),
  )
  const forgiven = forgivenPromises(promises, asOf, clearing)
  for (const [id, because] of forgiven) setAside.push({ kind: 'promise', id, because })
  return {
    counted: {
      customer: record.customer,
      promises: promises.filter(({ promiseId }) => !forgiven.has(promiseId)),
      items: record.items.filter(({ itemId, cause }) => keep('item', itemId, cause)),
      excuses: record.excuses,
      returns: record.returns.filter(({ receiptId, cause }) => keep('receipt', receiptId, cause)),
    },
    setAside,
  }
}

/** The differences of a plan as commands, each naming one: given up, moved to an item of its own, or deducted. */
import { type LocalDate, money } from '@quittance/kernel'
import type { CashCommand } from '../../commands.js'
import type { Difference, PlannedLine } from './model.js'
import type { PlanIds, PlannedThing, PlanPolicies } from './posting.js'

/** Names, day and policies of all commands of a plan. @internal */
export interface Posting {
  readonly ids: PlanIds
  readonly on: LocalDate
  readonly policies: PlanPolicies
}

/**
 * What is given up goes with the application that came short by it. A discount is no command of its own: it goes with
 * the money.
 *
 * @param applicationOf - of the line at that place, if money or credit is applied to it
 * @internal
 */
export const differenceCommands = (
  lines: ReadonlyArray<PlannedLine>,
  applicationOf: (at: number) => string | undefined,
  posting: Posting,
): ReadonlyArray<CashCommand> => {
  const made = new Map<PlannedThing, number>()
  const nextId = (thing: PlannedThing): string => {
    const no = (made.get(thing) ?? 0) + 1
    made.set(thing, no)
    return posting.ids.idOf(thing, no)
  }
  return lines.flatMap(({ itemId, differences }, at) =>
    differences.flatMap(
      (difference) => commandOf(difference, { itemId, applicationId: applicationOf(at), nextId }, posting) ?? [],
    ),
  )
}

interface Place {
  readonly itemId: string
  readonly applicationId: string | undefined
  readonly nextId: (thing: PlannedThing) => string
}

const commandOf = (
  difference: Difference,
  { itemId, applicationId, nextId }: Place,
  { ids, on, policies }: Posting,
): CashCommand | undefined => {
  const amount = money(ids.currency, difference.amountMinor)
  switch (difference._tag) {
    case 'Discount':
      return undefined
    case 'SmallDifference':
    case 'BankFee':
      return {
        _tag: 'WriteOff',
        on,
        writeOffId: nextId('write-off'),
        itemId,
        amount,
        reason: difference._tag === 'BankFee' ? 'bank-fee' : 'small-difference',
        requestedBy: policies.requestedBy,
        policy: policies.writeOff,
        ...(applicationId === undefined ? {} : { applicationId }),
      }
    case 'Deduction':
      return {
        _tag: 'RecordDeduction',
        on,
        deductionId: nextId('deduction'),
        itemId,
        amount,
        reasonCode: difference.reason === '' ? 'none-stated' : difference.reason,
        receiptId: ids.receiptId,
      }
    case 'Chargeback':
      return {
        _tag: 'RaiseChargeback',
        on,
        chargebackId: nextId('chargeback'),
        itemId,
        amount,
        reason: difference.reason === '' ? 'none-stated' : difference.reason,
        policy: policies.chargeback,
      }
  }
}
